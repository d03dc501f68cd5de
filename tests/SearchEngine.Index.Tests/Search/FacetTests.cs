using SearchEngine.Index.Indexing;
using SearchEngine.Index.Query;
using SearchEngine.Index.Reading;
using SearchEngine.Index.Search;
using SearchEngine.Index.Store;
using SearchEngine.Index.Tests.Indexing;
using SearchEngine.TestKit;

namespace SearchEngine.Index.Tests.Search;

public sealed class FacetTests
{
    private const int Documents = 100;

    /// <summary>Up to eight values lie in rows beside those of other fields, more in a column of their own; few hits are
    /// counted one by one.</summary>
    [Theory]
    [InlineData(8, "少见")]
    [InlineData(8, "政府")]
    [InlineData(9, "少见")]
    [InlineData(9, "政府")]
    public void Counts_a_field_of_many_values(int mostValues, string phrase)
    {
        RamDirectory directory = new();
        using IndexWriter writer = IndexWriter.Open(directory, WriterScript.Analyzer, RandomCorpus.Schema);
        for (int i = 0; i < Documents; i++)
        {
            writer.Add(new Document
            {
                Id = $"d{i}",
                Paragraphs = [new Paragraph(i % 20 == 7 ? "政府少见" : i % 2 == 0 ? "政府" : "法院", Zone.Body, 0, 0)],
                Keywords = i % 3 == 0 ? new Dictionary<string, IReadOnlyList<string>>() : new Dictionary<string, IReadOnlyList<string>>
                {
                    ["topics"] = [.. Enumerable.Range(0, mostValues - (i % 2)).Select(topic => $"t{topic}")],
                },
            });
        }

        writer.Commit();
        using IndexReader reader = IndexReader.Open(directory, WriterScript.Analyzer);

        IndexResult result = new Searcher(reader).Search(new IndexRequest { Query = new PhraseQuery(phrase), Facets = ["topics"] });

        int[] hits = [.. Enumerable.Range(0, Documents).Where(i => i % 20 == 7 || (phrase == "政府" && i % 2 == 0))];
        Assert.Equal(hits.Length, result.Documents);
        foreach (FacetValue value in result.Facets[0].Values)
        {
            int topic = value.Value is null ? -1 : value.Value[1] - '0';
            Assert.Equal(hits.Count(i => topic < 0 ? i % 3 == 0 : i % 3 != 0 && topic < mostValues - (i % 2)), value.Count);
        }

        Assert.Equal(mostValues + 1, result.Facets[0].Values.Count);
    }
}
