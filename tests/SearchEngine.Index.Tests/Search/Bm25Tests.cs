using System.Globalization;
using SearchEngine.Index.Indexing;
using SearchEngine.Index.Query;
using SearchEngine.Index.Reading;
using SearchEngine.Index.Search;
using SearchEngine.TestKit;

namespace SearchEngine.Index.Tests.Search;

/// <summary>E5: scores that were computed apart from the engine, by the formula of the paper.</summary>
public sealed class Bm25Tests
{
    private const double Tolerance = 1e-9;

    [Fact]
    public void Thirty_scores_are_those_of_the_golden_file()
    {
        string file = Path.Combine(RepoPaths.Root, "tests", "SearchEngine.Index.Tests", "Golden", "bm25.tsv");
        string[][] rows = [.. File.ReadLines(file).Where(line => line[0] != '#').Select(line => line.Split('\t'))];
        using IndexReader reader = TestIndex.Of(rows.Where(row => row[0] == "D").Select(Document), perCommit: 3);
        Searcher searcher = new(reader);
        string[][] scores = [.. rows.Where(row => row[0] == "S")];
        Assert.Equal(30, scores.Length);
        foreach (string[] row in scores)
        {
            IndexResult result = searcher.Search(new IndexRequest { Query = new PhraseQuery(row[1]), Explain = true });
            IndexHit hit = result.Hits.Single(hit => hit.Id == row[2]);

            Assert.True(
                Math.Abs(double.Parse(row[6], CultureInfo.InvariantCulture) - hit.Score) < Tolerance,
                $"{row[1]} in {row[2]}: {row[6]} expected, {hit.Score} found");
            Assert.Equal(int.Parse(row[3], CultureInfo.InvariantCulture), result.Documents);
        }
    }

    private static Document Document(string[] row)
    {
        IEnumerable<Paragraph> body = row[3..].Select(text => new Paragraph(text, Zone.Body, 0, 0));
        return new Document
        {
            Id = row[1],
            Paragraphs = [.. row[2].Length > 0 ? [new Paragraph(row[2], Zone.Title, 0, 0)] : Array.Empty<Paragraph>(),
                .. body],
        };
    }
}
