using System.Diagnostics;
using System.Text;
using SearchEngine.Analysis;
using SearchEngine.Index.Indexing;
using SearchEngine.Index.Reading;
using SearchEngine.Index.Store;

namespace SearchEngine.Benchmarks;

/// <summary>Time and space of indexing a corpus, from its file to a synced commit.</summary>
internal static class IndexBenchmark
{
    /// <summary>Documents are gathered in rows of this many segments, so that each is written twice: once, and in the one
    /// merge.</summary>
    private const int MergeFactor = 256;

    /// <param name="corpus">A file of JSON lines.</param>
    /// <param name="folder">Where the index is made; what is there is removed.</param>
    /// <param name="threads">1 or 2.</param>
    /// <param name="merge">Whether everything is merged at the end.</param>
    /// <param name="segmentSize">Documents of a segment; 0 where memory decides.</param>
    public static void Run(string corpus, string folder, int threads, bool merge, int segmentSize = 0)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        FileSystemDirectory directory = new(folder);
        long bytes = 0;
        int documents = 0;
        long start = Stopwatch.GetTimestamp();
        IndexWriterOptions options = new() { Threads = threads, MergeFactor = MergeFactor };
        if (segmentSize > 0)
            options = options with { BufferBytes = int.MaxValue };
        double merged = 0;
        using (IndexWriter writer = IndexWriter.Open(directory, new ChineseAnalyzer(), BenchmarkIndex.Schema, options))
        {
            foreach (CorpusRecord record in CorpusRecord.ReadAll(corpus))
            {
                bytes += Encoding.UTF8.GetByteCount(record.Text);
                documents++;
                writer.Add(BenchmarkIndex.ToDocument(record));
                if (segmentSize > 0 && documents % segmentSize == 0)
                    writer.Commit();
            }

            writer.Commit();
            if (merge)
            {
                long before = Stopwatch.GetTimestamp();
                writer.MergeAll();
                writer.Commit();
                merged = Stopwatch.GetElapsedTime(before).TotalSeconds;
                // The segments that were merged go when no kept commit names them.
                writer.Commit();
            }
        }

        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        using Process process = Process.GetCurrentProcess();
        long size = directory.List().Sum(directory.Length);
        long stored = SizeOf(directory, ".text");
        start = Stopwatch.GetTimestamp();
        using IndexReader reader = IndexReader.Open(directory, new ChineseAnalyzer());
        TimeSpan open = Stopwatch.GetElapsedTime(start);
        Rows.Write($"INDEX engine=searchengine docs={documents} threads={threads} text_bytes={bytes} index_s={seconds - merged:f2} merge_s={merged:f2} MBps={bytes / 1e6 / seconds:f2} size={size} stored={stored} ratio={size / (double)bytes:f3} ratio_nostored={(size - stored) / (double)bytes:f3} peak_rss_kb={process.PeakWorkingSet64 / 1024} cpu_s={process.TotalProcessorTime.TotalSeconds:f2} open_ms={open.TotalMilliseconds:f2}");
        foreach (string kind in (string[])[".terms", ".postings", ".documents", ".values", ".text"])
            Rows.Write($"FILES kind={kind} size={SizeOf(directory, kind)} ratio={SizeOf(directory, kind) / (double)bytes:f3} segments={directory.List().Count(name => Path.GetExtension(name) == kind)}");
    }

    private static long SizeOf(FileSystemDirectory directory, string extension) =>
        directory.List().Where(name => Path.GetExtension(name) == extension).Sum(directory.Length);
}
