namespace SearchEngine.Cleaning.Html;

/// <summary>
/// Cancels the parser once it has had its time. Time passes only while the process works: on a machine that is busy
/// with other things a harmless page must not be refused because it had to wait.
/// </summary>
internal sealed class ParseDeadline : IDisposable
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(50);

    private readonly CancellationTokenSource source = new();
    private readonly long started = TimeProvider.System.GetTimestamp();
    private readonly TimeSpan used = Environment.CpuUsage.TotalTime;
    private readonly Lock gate = new();
    private readonly Timer timer;
    private bool done;

    public ParseDeadline() => timer = new Timer(_ => Check(), null, Poll, Poll);

    public CancellationToken Token => source.Token;

    public void Dispose()
    {
        lock (gate)
            done = true;
        timer.Dispose();
        source.Dispose();
    }

    private void Check()
    {
        TimeSpan waited = TimeProvider.System.GetElapsedTime(started);
        bool over = waited >= CleaningLimits.ParseWait
            || (waited >= CleaningLimits.ParseTime
                && Environment.CpuUsage.TotalTime - used >= CleaningLimits.ParseTime);
        lock (gate)
            if (over && !done)
                source.Cancel();
    }
}
