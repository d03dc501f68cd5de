namespace SearchEngine.Crawler.Robots;

/// <summary>What asking for robots.txt came to (RFC 9309 section 2.3.1).</summary>
public enum RobotsVerdict
{
    /// <summary>A file was read; its rules hold.</summary>
    Rules,

    /// <summary>There is none (4xx): everything may be crawled.</summary>
    Unavailable,

    /// <summary>The host could not say (5xx, 429, network): nothing may be crawled.</summary>
    Unreachable,
}
