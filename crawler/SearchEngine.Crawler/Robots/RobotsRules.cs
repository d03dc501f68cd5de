namespace SearchEngine.Crawler.Robots;

/// <summary>What a host's robots.txt says to us (RFC 9309).</summary>
public sealed class RobotsRules
{
    private readonly List<(RobotsPattern Pattern, bool Allow)> _rules;

    internal RobotsRules(
        List<(RobotsPattern Pattern, bool Allow)> rules, TimeSpan? crawlDelay, IReadOnlyList<string> sitemaps)
    {
        _rules = rules;
        CrawlDelay = crawlDelay;
        Sitemaps = sitemaps;
    }

    public static RobotsRules AllowAll { get; } = new([], null, []);

    public static RobotsRules DisallowAll { get; } = new([(new RobotsPattern("/"), false)], null, []);

    /// <summary>The pause the host asks for; null when it asks for none.</summary>
    public TimeSpan? CrawlDelay { get; }

    /// <summary>Sitemap lines as written; the standard wants absolute addresses, many hosts write relative ones.</summary>
    public IReadOnlyList<string> Sitemaps { get; }

    /// <summary>The longest matching pattern decides, and allowance wins a tie. robots.txt itself is always allowed.</summary>
    public bool Allows(string pathAndQuery)
    {
        string path = RobotsPattern.Normalise(pathAndQuery);
        if (path == "/robots.txt")
        {
            return true;
        }

        int longest = -1;
        bool allowed = true;
        foreach ((RobotsPattern pattern, bool allow) in _rules)
        {
            if ((pattern.Length > longest || (pattern.Length == longest && allow)) && pattern.Matches(path))
            {
                (longest, allowed) = (pattern.Length, allow);
            }
        }

        return allowed;
    }
}
