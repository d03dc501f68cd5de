namespace SearchEngine.Crawler.Discovery;

/// <summary>What reading a page for links gave.</summary>
/// <param name="Links">In order of appearance, each once, at most <see cref="CrawlLimits.MaxOutlinks"/>.</param>
/// <param name="Rejection">Why the page was not read, for people; null when it was.</param>
public sealed record Discoveries(IReadOnlyList<DiscoveredLink> Links, string? Rejection = null)
{
    public static Discoveries None { get; } = new([]);

    public static Discoveries Rejected(string why) => new([], why);
}
