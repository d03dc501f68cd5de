using SearchEngine.Crawler.Frontier;

namespace SearchEngine.Crawler;

/// <summary>
/// Keeps the pause between a host's last response and its next request. Within a session on the monotonic clock; between
/// sessions on the wall clock, as the frontier remembers it.
/// </summary>
internal sealed class HostPace
{
    private readonly TimeProvider _time;
    private readonly TimeSpan _before;
    private long _since;

    public HostPace(string host, FrontierStore frontier, TimeProvider time)
    {
        _time = time;
        DateTimeOffset now = time.GetUtcNow();
        TimeSpan past = frontier.LastFetch(host) is { } last ? now - last : TimeSpan.MaxValue;

        // A clock that was set back must not make a host wait for days.
        _before = past < TimeSpan.Zero ? TimeSpan.Zero : past;

        // After the reading of the other clock: what passes between the two may be counted never, but not twice.
        _since = time.GetTimestamp();
    }

    /// <summary>To be called when a response has ended.</summary>
    public void Mark()
    {
        _since = _time.GetTimestamp();
        Marked = true;
    }

    private bool Marked { get; set; }

    private TimeSpan Elapsed
    {
        get
        {
            TimeSpan here = _time.GetElapsedTime(_since);
            return Marked ? here : here > TimeSpan.MaxValue - _before ? TimeSpan.MaxValue : here + _before;
        }
    }

    /// <summary>Returns once at least <paramref name="pause"/> has passed.</summary>
    public async Task WaitAsync(TimeSpan pause, CancellationToken cancellation)
    {
        // A timer may fire a little early.
        while (pause - Elapsed is { Ticks: > 0 } left)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(left.TotalMilliseconds)), _time, cancellation);
        }
    }
}
