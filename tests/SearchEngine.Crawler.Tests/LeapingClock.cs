namespace SearchEngine.Crawler.Tests;

/// <summary>
/// A clock that stands still until somebody waits, and then leaps to the end of the wait: pauses cost no time, and their
/// lengths can be read off the clock.
/// </summary>
internal sealed class LeapingClock : TimeProvider
{
    private readonly Lock _gate = new();
    private DateTimeOffset _now = new(2025, 3, 1, 0, 0, 0, TimeSpan.Zero);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
        {
            return _now;
        }
    }

    public override long GetTimestamp() => GetUtcNow().Ticks;

    public void Advance(TimeSpan by)
    {
        lock (_gate)
        {
            _now += by;
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime > TimeSpan.Zero)
        {
            Advance(dueTime);
        }

        return System.CreateTimer(callback, state, dueTime > TimeSpan.Zero ? TimeSpan.Zero : dueTime, period);
    }
}
