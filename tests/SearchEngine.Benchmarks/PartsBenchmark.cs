using System.Text;
using SearchEngine.Analysis;
using SearchEngine.Index;
using SearchEngine.Index.Analysis;
using SearchEngine.Index.Codec;

namespace SearchEngine.Benchmarks;

/// <summary>Speed of the steps that every character of a corpus goes through, one thread, processor time.</summary>
internal static class PartsBenchmark
{
    private const int Rounds = 5;

    public static void Run(string corpus)
    {
        string[] paragraphs = [.. CorpusRecord.ReadAll(corpus).SelectMany(record => record.Text.Split('\n'))];
        long units = paragraphs.Sum(text => (long)text.Length);
        long bytes = paragraphs.Sum(text => (long)Encoding.UTF8.GetByteCount(text));
        ChineseAnalyzer analyzer = new();
        UnitBuffer buffer = new();
        Write("analyse", units, () =>
        {
            foreach (string text in paragraphs)
                analyzer.Analyze(text, buffer);
        });

        int every = (int)Math.Max(1, units / IndexLimits.TrainingUnits);
        string[] sample = [.. paragraphs.Where((_, number) => number % every == 0)];
        PhraseEncoder encoder = PhraseTrainer.Train(sample, every);
        Write("train", sample.Sum(text => (long)text.Length), () => encoder = PhraseTrainer.Train(sample, every));
        ushort[] codes = [];
        ushort[] all = new ushort[2 * units];
        int count = 0;
        Write("encode", units, () =>
        {
            count = 0;
            foreach (string text in paragraphs)
            {
                int written = encoder.Encode(text, ref codes);
                codes.AsSpan(0, written).CopyTo(all.AsSpan(count));
                count += written;
            }
        });
        char[] decoded = [];
        Write("decode", units, () => encoder.Table.Decode(all.AsSpan(0, count), ref decoded));
        double table = encoder.Table.ToBytes().Length;
        Rows.Write($"TEXT engine=searchengine phrases={encoder.Table.Count} ratio={2.0 * count / bytes:f4} ratio_table={table / bytes:f4}");
    }

    private static void Write(string part, long units, Action action)
    {
        double[] seconds = new double[Rounds];
        for (int i = 0; i < Rounds; i++)
        {
            TimeSpan start = ThreadClock.Now;
            action();
            seconds[i] = (ThreadClock.Now - start).TotalSeconds;
        }

        Array.Sort(seconds);
        double median = seconds[Rounds / 2];
        Rows.Write($"PART engine=searchengine part={part} chars={units} median_s={median:f3} median_Mchars_s={units / 1e6 / median:f1}");
    }
}
