using SearchEngine.Crawler.Scope;

namespace SearchEngine.Crawler;

/// <summary>What to crawl and how.</summary>
public sealed record CrawlOptions
{
    /// <summary>Absolute http or https addresses to begin with.</summary>
    public required IReadOnlyList<string> Seeds { get; init; }

    /// <summary>The frontier's SQLite file; created where it is missing.</summary>
    public required string FrontierPath { get; init; }

    /// <summary>
    /// Hosts beyond <c>*.gov.cn</c>, as <c>host</c> or <c>host:port</c>. Loopback and private addresses need the port.
    /// </summary>
    public IReadOnlyList<string> AllowHosts { get; init; } = [];

    /// <summary>Pages of this run, over interruptions; null is no bound. Robots files do not count.</summary>
    public int? MaxPages { get; init; }

    /// <summary>Pause between two requests to one host; less than 3 s only counts for <see cref="AllowHosts"/>.</summary>
    public TimeSpan Delay { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>Address or page of whoever runs the crawl; stands in every request. Null leaves it out.</summary>
    public string? Contact { get; init; }

    /// <summary>Whether linked PDF, Word, WPS and Excel files are fetched.</summary>
    public bool FetchAttachments { get; init; } = true;

    /// <summary>Whether pages known from an earlier run are asked for only if changed.</summary>
    public bool Conditional { get; init; } = true;

    /// <summary>What to follow on the site; null follows everything in scope.</summary>
    public SiteProfile? Profile { get; init; }

    public CrawlLimits Limits { get; init; } = CrawlLimits.Default;

    /// <summary>The clock of politeness and of records. Network deadlines always use the machine's.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>The name that robots.txt groups are matched with.</summary>
    public static string ProductToken => "SearchEngineBot";

    public string UserAgent => Contact is null ? $"{ProductToken}/0.1" : $"{ProductToken}/0.1 (+{Contact})";
}
