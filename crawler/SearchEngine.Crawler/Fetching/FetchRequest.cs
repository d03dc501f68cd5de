using SearchEngine.Crawler.Scope;

namespace SearchEngine.Crawler.Fetching;

/// <summary>What to ask for.</summary>
/// <param name="Url">Within the crawl's scope.</param>
/// <param name="ETag">From an earlier answer, sent as <c>If-None-Match</c>.</param>
/// <param name="LastModified">From an earlier answer, sent as <c>If-Modified-Since</c>.</param>
/// <param name="Via">The page that linked here.</param>
public sealed record FetchRequest(CrawlUrl Url, string? ETag = null, string? LastModified = null, string? Via = null);
