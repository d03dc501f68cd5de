using System.Diagnostics;
using SearchEngine.Index.Check;
using SearchEngine.Index.Store;

namespace SearchEngine.Benchmarks;

/// <summary>How fast an index is checked: the second of two runs, with its files in the page cache.</summary>
internal static class CheckBenchmark
{
    public static int Run(string folder)
    {
        FileSystemDirectory directory = new(folder);
        long size = directory.List().Sum(directory.Length);
        _ = IndexChecker.Check(directory);
        TimeSpan processor = ThreadClock.Now;
        long start = Stopwatch.GetTimestamp();
        CheckReport report = IndexChecker.Check(directory);
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        double busy = (ThreadClock.Now - processor).TotalSeconds;
        Rows.Write($"CHECK engine=searchengine files={report.Files} docs={report.Documents} sound={report.IsSound} size={size} seconds={seconds:f3} MBps={size / 1e6 / seconds:f0} cpu_s={busy:f3} cpu_MBps={size / 1e6 / busy:f0}");
        return report.IsSound ? 0 : 1;
    }
}
