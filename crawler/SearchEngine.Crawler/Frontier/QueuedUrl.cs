using SearchEngine.Crawler.Discovery;
using SearchEngine.Crawler.Scope;

namespace SearchEngine.Crawler.Frontier;

/// <summary>The next address to fetch at a host.</summary>
/// <param name="Id">Its key in the frontier.</param>
/// <param name="Url">The address.</param>
/// <param name="Depth">Links from a seed.</param>
/// <param name="Kind">What it seems to be.</param>
/// <param name="Redirects">Redirects that led here in a row.</param>
/// <param name="Via">The page that named it first; null for seeds.</param>
/// <param name="ETag">From the last whole answer.</param>
/// <param name="LastModified">From the last whole answer.</param>
/// <param name="PagerHops">Pages of lists that were turned to get here.</param>
internal sealed record QueuedUrl(
    long Id,
    CrawlUrl Url,
    int Depth,
    LinkKind Kind,
    int Redirects,
    string? Via,
    string? ETag,
    string? LastModified,
    int PagerHops);
