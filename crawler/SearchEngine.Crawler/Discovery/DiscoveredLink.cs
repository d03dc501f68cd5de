using SearchEngine.Crawler.Scope;

namespace SearchEngine.Crawler.Discovery;

/// <summary>An address found on a page.</summary>
/// <param name="Url">Where it leads.</param>
/// <param name="Kind">What it seems to be.</param>
/// <param name="SameAs">
/// Another address of the same page (a folder for its <c>index.html</c>), which makes this one needless; null mostly.
/// </param>
public sealed record DiscoveredLink(CrawlUrl Url, LinkKind Kind, CrawlUrl? SameAs = null);
