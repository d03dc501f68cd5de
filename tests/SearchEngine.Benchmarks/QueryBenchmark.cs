using System.Diagnostics;
using SearchEngine.Analysis;
using SearchEngine.Index.Reading;
using SearchEngine.Index.Search;
using SearchEngine.Index.Store;

namespace SearchEngine.Benchmarks;

/// <summary>
/// Times of each class of queries. search: exact total, ten best by BM25, counts of province, year and topic. total: that,
/// and the marked passages of those ten. Warm, one thread.
/// </summary>
internal static class QueryBenchmark
{
    // Compiled methods are replaced by better ones behind the first calls, in the background and more than once.
    private const int SteadyPasses = 8;
    private const double Faster = .98;

    public static void Run(string folder, string file, int repetitions)
    {
        IReadOnlyList<BenchmarkQuery> queries = BenchmarkQuery.ReadAll(file);
        using IndexReader reader = IndexReader.Open(new FileSystemDirectory(folder), new ChineseAnalyzer());
        Searcher searcher = new(reader);
        WarmUp(searcher, queries);
        foreach (IGrouping<string, BenchmarkQuery> group in queries.GroupBy(query => query.Class))
        {
            Sample search = new();
            Sample total = new();
            Sample searchWork = new();
            Sample totalWork = new();
            for (int i = 0; i < repetitions; i++)
            {
                foreach (BenchmarkQuery query in group)
                {
                    Timing timing = Answer(searcher, query);
                    search.Add(timing.Search);
                    total.Add(timing.Total);
                    searchWork.Add(timing.SearchWork);
                    totalWork.Add(timing.TotalWork);
                }
            }

            Rows.Write($"QUERY engine=searchengine class={group.Key} n={search.Count} search_p50={search.Percentile(.5):f3} search_p99={search.Percentile(.99):f3} total_p50={total.Percentile(.5):f3} total_p99={total.Percentile(.99):f3} search_cpu_p50={searchWork.Percentile(.5):f3} search_cpu_p99={searchWork.Percentile(.99):f3} total_cpu_p50={totalWork.Percentile(.5):f3} total_cpu_p99={totalWork.Percentile(.99):f3}");
        }

        foreach (int threads in (int[])[1, 2])
            Throughput(searcher, queries, threads, Math.Max(1, repetitions / 2));
        using Process process = Process.GetCurrentProcess();
        Rows.Write($"RSS engine=searchengine phase=query peak_rss_kb={process.PeakWorkingSet64 / 1024}");
    }

    /// <summary>Asks all queries until several passes in a row are no faster than the best before.</summary>
    private static void WarmUp(Searcher searcher, IReadOnlyList<BenchmarkQuery> queries)
    {
        TimeSpan best = TimeSpan.FromDays(1);
        for (int steady = 0; steady < SteadyPasses; steady++)
        {
            long start = Stopwatch.GetTimestamp();
            foreach (BenchmarkQuery query in queries)
                Answer(searcher, query);
            TimeSpan pass = Stopwatch.GetElapsedTime(start);
            if (pass >= best * Faster)
                continue;
            best = pass;
            steady = -1;
        }
    }

    private static Timing Answer(Searcher searcher, BenchmarkQuery query)
    {
        TimeSpan work = ThreadClock.Now;
        long start = Stopwatch.GetTimestamp();
        IndexRequest request = query.ToRequest();
        IndexResult result = searcher.Search(request);
        TimeSpan searched = Stopwatch.GetElapsedTime(start);
        TimeSpan searchWork = ThreadClock.Now - work;
        foreach (IndexHit hit in result.Hits)
            _ = searcher.Passages(hit.Document, request, limit: 1);
        return new Timing(searched, Stopwatch.GetElapsedTime(start), searchWork, ThreadClock.Now - work);
    }

    private static void Throughput(Searcher searcher, IReadOnlyList<BenchmarkQuery> queries, int threads, int rounds)
    {
        long start = Stopwatch.GetTimestamp();
        Thread[] workers = new Thread[threads];
        for (int worker = 0; worker < threads; worker++)
        {
            int first = worker * queries.Count / threads;
            workers[worker] = new Thread(() =>
            {
                for (int i = 0; i < rounds * queries.Count; i++)
                    Answer(searcher, queries[(first + i) % queries.Count]);
            });
            workers[worker].Start();
        }

        foreach (Thread worker in workers)
            worker.Join();
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        Rows.Write($"QPS engine=searchengine threads={threads} qps={threads * rounds * queries.Count / seconds:f1}");
    }

    private readonly record struct Timing(TimeSpan Search, TimeSpan Total, TimeSpan SearchWork, TimeSpan TotalWork);
}
