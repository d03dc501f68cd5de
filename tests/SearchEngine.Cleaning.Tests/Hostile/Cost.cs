using System.Diagnostics;

namespace SearchEngine.Cleaning.Tests.Hostile;

/// <summary>Processor time and memory of the process while something runs; sampled every few milliseconds.</summary>
internal sealed class Cost : IDisposable
{
    private static readonly TimeSpan Sample = TimeSpan.FromMilliseconds(5);

    private readonly long baseline;
    private readonly TimeSpan started;
    private readonly Timer timer;
    private long peak;

    private Cost()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        baseline = peak = Held();
        started = Environment.CpuUsage.TotalTime;
        timer = new Timer(_ => peak = Math.Max(peak, Held()), null, Sample, Sample);
    }

    public TimeSpan ProcessorTime { get; private set; }

    /// <summary>Bytes of the working set at its highest, less those at the start.</summary>
    public long PeakBytes => peak - baseline;

    public static Cost Start() => new();

    public void Stop()
    {
        ProcessorTime = Environment.CpuUsage.TotalTime - started;
        peak = Math.Max(peak, Held());
        Dispose();
    }

    public void Dispose() => timer.Dispose();

    // What the collector keeps for later is not what the page needs, but it is what the machine has to give.
    private static long Held()
    {
        using Process self = Process.GetCurrentProcess();
        return self.WorkingSet64;
    }
}
