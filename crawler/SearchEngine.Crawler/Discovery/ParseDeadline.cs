namespace SearchEngine.Crawler.Discovery;

/// <summary>
/// A budget of computing time, kept by the clock: cancelled once the limit has passed and the process has spent as much on its
/// processors. On a busy machine an honest page may wait for a processor far longer than its parsing takes, and losing its
/// links would lose all that lies behind them; a hostile page spends what it is given at once.
/// </summary>
internal sealed class ParseDeadline : IDisposable
{
    /// <summary>No page waits longer than so many limits.</summary>
    private const int MaxStretch = 20;
    private const int ChecksPerLimit = 4;

    private readonly Lock _gate = new();
    private readonly TimeSpan _limit;
    private readonly CancellationTokenSource _source;
    private readonly TimeSpan _spentBefore;
    private readonly long _since;
    private readonly Timer _timer;
    private bool _disposed;

    /// <param name="limit">The budget.</param>
    /// <param name="cancellation">Cancels at once.</param>
    public ParseDeadline(TimeSpan limit, CancellationToken cancellation)
    {
        _limit = limit;
        _source = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        _spentBefore = Spent();
        _since = TimeProvider.System.GetTimestamp();
        _timer = new Timer(_ => Check(), null, limit, limit / ChecksPerLimit);
    }

    public CancellationToken Token => _source.Token;

    public void Dispose()
    {
        // A check may be under way: it must not meet a source that is gone.
        lock (_gate)
        {
            _disposed = true;
            _timer.Dispose();
            _source.Dispose();
        }
    }

    // The whole process's time, since a thread's own cannot be had: with other work beside it the budget only ends sooner.
    private static TimeSpan Spent() => Environment.CpuUsage.TotalTime;

    private void Check()
    {
        TimeSpan waited = TimeProvider.System.GetElapsedTime(_since);
        lock (_gate)
        {
            if (!_disposed && (waited >= _limit * MaxStretch || Spent() - _spentBefore >= _limit))
            {
                _source.Cancel();
            }
        }
    }
}
