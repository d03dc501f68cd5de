using SearchEngine.Analysis.Segmentation;

namespace SearchEngine.Benchmarks;

/// <summary>Speed of segmentation, one thread, processor time; the row is like those of the peers.</summary>
internal static class SegmentationBenchmark
{
    private const int Rounds = 3;

    public static void Run(string corpus)
    {
        string[] texts = [.. CorpusRecord.ReadAll(corpus).Select(record => record.Text)];
        long units = texts.Sum(text => (long)text.Length);
        TimeSpan start = ThreadClock.Now;
        Segmenter segmenter = Segmenter.Shipped;
        double load = (ThreadClock.Now - start).TotalSeconds;
        WordBuffer words = new();
        double[] speeds = new double[Rounds];
        long count = 0;
        for (int round = -1; round < Rounds; round++)
        {
            count = 0;
            start = ThreadClock.Now;
            foreach (string text in texts)
            {
                segmenter.Cut(text, words);
                count += words.Count;
            }

            // The first round warms up.
            if (round >= 0)
                speeds[round] = units / 1e6 / (ThreadClock.Now - start).TotalSeconds;
        }

        Array.Sort(speeds);
        double median = speeds[Rounds / 2];
        Rows.Write($"SEG engine=searchengine chars={units} tokens={count} median_Mchars_s={median:f3} load_s={load:f3}");
    }
}
