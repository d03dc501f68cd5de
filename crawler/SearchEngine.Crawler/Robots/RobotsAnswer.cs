namespace SearchEngine.Crawler.Robots;

/// <summary>An origin's robots.txt as it is kept between sessions.</summary>
/// <param name="Origin">Scheme, host and port it speaks for.</param>
/// <param name="Verdict">What asking came to.</param>
/// <param name="Body">The file, cut at the limit; empty unless there are rules.</param>
/// <param name="FetchedAt">When it was asked.</param>
public sealed record RobotsAnswer(
    string Origin, RobotsVerdict Verdict, ReadOnlyMemory<byte> Body, DateTimeOffset FetchedAt)
{
    private const int TooManyRequests = 429;

    /// <summary>Why the host could not say, for people; null otherwise, and not kept between sessions.</summary>
    public string? Problem { get; init; }

    /// <summary>The verdict that a status gives; redirects have been followed before.</summary>
    public static RobotsVerdict VerdictOf(int status) => status switch
    {
        >= 200 and < 300 => RobotsVerdict.Rules,

        // Redirects that end nowhere count as no file (section 2.3.1.2).
        >= 300 and < 400 => RobotsVerdict.Unavailable,
        TooManyRequests => RobotsVerdict.Unreachable,
        >= 400 and < 500 => RobotsVerdict.Unavailable,
        _ => RobotsVerdict.Unreachable,
    };

    public RobotsRules Rules(CrawlLimits limits) => Verdict switch
    {
        RobotsVerdict.Rules => RobotsParser.Parse(Body.Span, CrawlOptions.ProductToken, limits.MaxRobotsBytes),
        RobotsVerdict.Unavailable => RobotsRules.AllowAll,
        _ => RobotsRules.DisallowAll,
    };
}
