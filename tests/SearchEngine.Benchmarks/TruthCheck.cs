using SearchEngine.Analysis;
using SearchEngine.Index.Reading;
using SearchEngine.Index.Search;
using SearchEngine.Index.Store;

namespace SearchEngine.Benchmarks;

/// <summary>
/// Compares the number of documents of each query, and of random pieces of the text, with a scan of the canonical text.
/// </summary>
internal static class TruthCheck
{
    private const int Pieces = 200;
    private const int LongestPiece = 8;

    public static int Run(string folder, string file, string corpus)
    {
        CorpusRecord[] records =
            [.. CorpusRecord.ReadAll(corpus).Select(record => record with { Text = CanonicalText.Of(record.Text) })];
        using IndexReader reader = IndexReader.Open(new FileSystemDirectory(folder), new ChineseAnalyzer());
        Searcher searcher = new(reader);
        IReadOnlyList<BenchmarkQuery> queries = [.. BenchmarkQuery.ReadAll(file), .. RandomPieces(records)];
        int wrong = 0;
        foreach (BenchmarkQuery query in queries)
        {
            int found = searcher.Search(query.ToRequest()).Documents;
            int expected = records.AsParallel().Count(query.Matches);
            if (found == expected)
                continue;
            wrong++;
            Rows.Write($"WRONG class={query.Class} query={query.Text} found={found} expected={expected}");
        }

        Rows.Write($"TRUTH engine=searchengine queries={queries.Count} wrong={wrong}");
        return wrong == 0 ? 0 : 1;
    }

    /// <summary>Han characters only: pieces of runs are no units.</summary>
    private static IEnumerable<BenchmarkQuery> RandomPieces(CorpusRecord[] records)
    {
        Random random = new(records.Length);
        for (int made = 0; made < Pieces;)
        {
            string text = records[random.Next(records.Length)].Text;
            int length = random.Next(1, LongestPiece + 1);
            if (text.Length <= length)
                continue;
            string piece = text.Substring(random.Next(text.Length - length), length);
            if (!piece.All(c => c is >= '\u4e00' and <= '\u9fa5'))
                continue;
            made++;
            yield return new BenchmarkQuery("piece", piece, null, 0, 0);
        }
    }
}
