using System.Diagnostics;
using SearchEngine.Analysis;
using SearchEngine.Index.Pruning;
using SearchEngine.Index.Query;
using SearchEngine.Index.Reading;
using SearchEngine.Index.Search;
using SearchEngine.Index.Store;

namespace SearchEngine.Benchmarks;

/// <summary>
/// The best hits of related queries: by all hits, which are counted, and by what can be among the best. One thread, both ways
/// in turn; the first pass, which makes the block maxima, is a row of its own.
/// </summary>
internal static class TopBenchmark
{
    private const int Passes = 5;

    /// <returns>1 when both ways ever differ.</returns>
    public static int Run(string folder, string file, int limit)
    {
        IndexRequest[] requests =
        [
            .. File.ReadLines(file).Select(line => line[(line.IndexOf('\t', StringComparison.Ordinal) + 1)..]).Select(text =>
                new IndexRequest { Query = new RelatedQuery(text, Share: 0), Limit = limit }),
        ];
        using IndexReader reader = IndexReader.Open(new FileSystemDirectory(folder), new ChineseAnalyzer());
        Searcher searcher = new(reader);
        TopSearcher top = new(searcher);
        for (int pass = 0; pass < Passes; pass++)
        {
            (Sample all, Sample best) = (new(), new());
            foreach (IndexRequest request in requests)
            {
                long start = Stopwatch.GetTimestamp();
                TopHits hits = top.Search(request);
                best.Add(Stopwatch.GetElapsedTime(start));
                start = Stopwatch.GetTimestamp();
                IndexResult result = searcher.Search(request);
                all.Add(Stopwatch.GetElapsedTime(start));
                if (!hits.Hits.SequenceEqual(result.Hits))
                {
                    Console.Error.WriteLine($"The hits differ: {request.Query}");
                    return 1;
                }
            }

            Rows.Write($"TOP engine=searchengine pass={pass + 1} n={all.Count} limit={limit} all_p50={all.Percentile(.5):f3} all_p99={all.Percentile(.99):f3} top_p50={best.Percentile(.5):f3} top_p99={best.Percentile(.99):f3} all_total={all.Total:f0} top_total={best.Total:f0}");
        }

        return 0;
    }
}
