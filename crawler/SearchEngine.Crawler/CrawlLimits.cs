namespace SearchEngine.Crawler;

/// <summary>Every bound of a crawl. A crawler without limits is stopped by the first hostile or broken site.</summary>
public sealed record CrawlLimits
{
    public static CrawlLimits Default { get; } = new();

    // One fetch.
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(10);

    public TimeSpan HeadersTimeout { get; init; } = TimeSpan.FromSeconds(15);

    public int MaxHeaderKibibytes { get; init; } = 32;

    public TimeSpan TotalTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>A body slower than this, averaged over <see cref="RateWindow"/>, is cut: a slow sender holds a worker.</summary>
    public int MinBytesPerSecond { get; init; } = 1024;

    public TimeSpan RateWindow { get; init; } = TimeSpan.FromSeconds(10);

    public int MaxWireBytes { get; init; } = 10 << 20;

    public int MaxDecodedBytes { get; init; } = 20 << 20;

    /// <summary>Decoded to encoded length, once <see cref="RatioFreeBytes"/> have come out; gzip reaches 1,029.</summary>
    public int MaxDecodedRatio { get; init; } = 200;

    public int RatioFreeBytes { get; init; } = 1 << 20;

    /// <summary>Answers of one name; more is an attack or a mistake.</summary>
    public int MaxAddressesPerName { get; init; } = 32;

    // One host.
    public int MaxRetries { get; init; } = 3;

    public TimeSpan MaxBackoff { get; init; } = TimeSpan.FromSeconds(300);

    /// <summary>A host that errs so often in a row is left alone for the rest of the session.</summary>
    public int MaxConsecutiveErrors { get; init; } = 5;

    /// <summary>A longer wish in robots.txt means that the host does not want to be crawled.</summary>
    public TimeSpan MaxCrawlDelay { get; init; } = TimeSpan.FromSeconds(300);

    /// <summary>The least pause at hosts that are not named by the operator.</summary>
    public TimeSpan MinDelay { get; init; } = TimeSpan.FromSeconds(3);

    public int MaxPagesPerHost { get; init; } = 50_000;

    /// <summary>A host gives its place to a waiting one after so many fetches.</summary>
    public int MaxFetchesPerTurn { get; init; } = 50;

    // Robots (RFC 9309 sections 2.3.1.2, 2.4 and 2.5).
    public int MaxRobotsBytes { get; init; } = 500 << 10;

    public TimeSpan RobotsLifetime { get; init; } = TimeSpan.FromHours(24);

    // The walk.
    public int MaxHostsAtOnce { get; init; } = 8;

    public int MaxRedirects { get; init; } = 5;

    public int MaxDepth { get; init; } = 20;

    /// <summary>Page turns that count as no step: an honest list goes on for a hundred pages, an endless one for ever.</summary>
    public int MaxPagerHops { get; init; } = 200;

    public int MaxOutlinks { get; init; } = 2_000;

    public int MaxSitemapEntries { get; init; } = 50_000;

    public int MaxUrlLength { get; init; } = 2_048;

    public int MaxPathSegments { get; init; } = 20;

    /// <summary>A name that stands so often in one path is a loop of relative links.</summary>
    public int MaxSegmentRepeats { get; init; } = 2;

    /// <summary>Addresses that differ only in their query; calendars and sort orders make endless ones.</summary>
    public int MaxQueriesPerPath { get; init; } = 300;

    /// <summary>Pages that one scripted pager may announce.</summary>
    public int MaxPagerPages { get; init; } = 500;

    // Parsing a page: time is the only bound that stops re-opened formatting elements.
    public TimeSpan ParseTimeout { get; init; } = TimeSpan.FromSeconds(1);

    public int MaxParseDepth { get; init; } = 256;

    public int MaxTags { get; init; } = 200_000;

    public int MaxElements { get; init; } = 200_000;

    /// <summary>The same start tag so often in a row, unclosed: nesting that costs quadratic time.</summary>
    public int MaxSameTagRun { get; init; } = 5_000;
}
