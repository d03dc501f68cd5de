using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SearchEngine.Analysis;
using SearchEngine.Index.Indexing;
using SearchEngine.Index.Reading;
using SearchEngine.Index.Search;
using SearchEngine.Index.Store;
using SearchEngine.TestKit;

namespace SearchEngine.IndexingChild;

/// <summary>
/// Everything that random corpora answer to random requests, as one hash. Two processes, one of which may use no vector
/// instructions, must say the same.
/// </summary>
public static class AnswerDigest
{
    private const int Documents = 150;
    private const int Requests = 60;

    /// <summary>Hash over the answers of <paramref name="count"/> corpora made from a seed.</summary>
    public static string Of(int seed, int count)
    {
        StringBuilder answers = new();
        for (int corpus = 0; corpus < count; corpus++)
        {
            Random random = new(unchecked(seed + corpus));
            IReadOnlyList<Document> documents = RandomCorpus.Synthetic(random, Documents);
            RamDirectory directory = new();
            using (IndexWriter writer = IndexWriter.Open(directory, new ChineseAnalyzer(), RandomCorpus.Schema))
            {
                foreach (Document document in documents)
                    writer.Add(document);
                writer.Commit();
            }

            using IndexReader reader = IndexReader.Open(directory, new ChineseAnalyzer());
            Searcher searcher = new(reader);
            RandomQueries queries = new(random, documents);
            for (int i = 0; i < Requests; i++)
                answers.AppendLine(Describe(searcher.Search(queries.Next())));
        }

        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(answers.ToString())));
    }

    /// <summary>All that a result says, in one line.</summary>
    public static string Describe(IndexResult result) =>
        string.Create(CultureInfo.InvariantCulture,
            $"{result.Documents} {result.Occurrences} {result.Universe} {result.Partial} ")
        + string.Join(';', result.Hits.Select(hit => string.Create(
            CultureInfo.InvariantCulture, $"{hit.Id} {hit.Score:f9} {hit.Occurrences} {hit.Stored}")))
        + string.Join(';', result.Facets.SelectMany(facet => facet.Values))
        + string.Join(';', result.Roles);
}
