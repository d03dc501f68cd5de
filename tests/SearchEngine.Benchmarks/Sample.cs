namespace SearchEngine.Benchmarks;

/// <summary>Times of one kind, in milliseconds.</summary>
internal sealed class Sample
{
    private readonly List<double> _times = [];

    public int Count => _times.Count;

    public double Total => _times.Sum();

    public void Add(TimeSpan time) => _times.Add(time.TotalMilliseconds);

    /// <summary>The least time that a share of all does not exceed.</summary>
    public double Percentile(double share)
    {
        _times.Sort();
        return _times[Math.Max(0, (int)Math.Ceiling(share * _times.Count) - 1)];
    }
}
