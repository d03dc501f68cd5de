using SearchEngine.Crawler.Discovery;

namespace SearchEngine.Crawler.Frontier;

/// <summary>How an address came out, with all that is to be remembered in the same transaction.</summary>
internal sealed record Visit(QueuedUrl Queued, VisitState State)
{
    public int? Status { get; init; }

    /// <summary>Why it failed or was refused, for people.</summary>
    public string? Reason { get; init; }

    public string? ETag { get; init; }

    public string? LastModified { get; init; }

    /// <summary>True when the page was read, so that its links and validators replace the earlier ones.</summary>
    public bool Read { get; init; }

    public IReadOnlyList<DiscoveredLink> Links { get; init; } = [];

    /// <summary>How many redirects in a row lead to the links; 0 for links of a page.</summary>
    public int Redirects { get; init; }
}
