namespace SearchEngine.Crawler.Frontier;

/// <summary>How an address was come by.</summary>
/// <param name="Depth">Links from a seed; the pages of one list count once.</param>
/// <param name="PagerHops">Page turns on the way that counted as no step.</param>
/// <param name="Redirects">Redirects in a row.</param>
/// <param name="Via">Key of the page that named it; null for seeds and site maps.</param>
internal readonly record struct QueueStep(int Depth, int PagerHops, int Redirects, long? Via)
{
    /// <summary>An address that stands on no page.</summary>
    public static QueueStep Seed { get; } = new(0, 0, 0, null);
}
