using System.Text.Json;
using System.Text.RegularExpressions;

namespace SearchEngine.Crawler.Scope;

/// <summary>
/// What is known of a site, as data: where to begin, which addresses to follow, how slowly. A site without a profile is
/// walked by the general rules.
/// </summary>
public sealed class SiteProfile
{
    private const int MaxBytes = 64 << 10;
    private const int MaxPatterns = 100;
    private static readonly TimeSpan MatchTimeout = TimeSpan.FromMilliseconds(100);

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    private readonly Regex[] _follow;
    private readonly Regex[] _skip;

    private SiteProfile(Content content)
    {
        Start = content.Start ?? [];
        AllowHosts = content.AllowHosts ?? [];
        Delay = content.DelaySeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : null;
        _follow = Patterns("follow", content.Follow);
        _skip = Patterns("skip", content.Skip);
    }

    /// <summary>Absolute addresses to begin with.</summary>
    public IReadOnlyList<string> Start { get; }

    /// <summary>Hosts as <see cref="CrawlOptions.AllowHosts"/> takes them.</summary>
    public IReadOnlyList<string> AllowHosts { get; }

    /// <summary>Pause between two requests; null leaves it to the crawl's options.</summary>
    public TimeSpan? Delay { get; }

    /// <summary>Reads <c>{"start": […], "follow": [regex…], "skip": [regex…], "allowHosts": […], "delaySeconds": n}</c>.</summary>
    /// <exception cref="FormatException">It is no such profile; the message says why, in Chinese.</exception>
    public static SiteProfile Parse(ReadOnlySpan<byte> json)
    {
        if (json.Length > MaxBytes)
        {
            throw new FormatException($"超过 {MaxBytes >> 10} KiB");
        }

        Content content;
        try
        {
            content = JsonSerializer.Deserialize<Content>(json, Options) ?? throw new FormatException("内容是 null");
        }
        catch (JsonException e)
        {
            throw new FormatException($"不是合格的 JSON，或有不认识的字段（第 {(e.LineNumber ?? 0) + 1} 行）", e);
        }

        return content.DelaySeconds is < 0 or > 3600 or double.NaN
            ? throw new FormatException("delaySeconds 应是 0 到 3600 之间的秒数")
            : new SiteProfile(content);
    }

    /// <summary>
    /// True when an address may be followed: none of the skip patterns matches it, and one of the follow patterns does, or
    /// there are none. A pattern that takes too long has not matched.
    /// </summary>
    public bool Follows(CrawlUrl url) =>
        !_skip.Any(pattern => Matches(pattern, url)) && (_follow.Length == 0 || _follow.Any(pattern => Matches(pattern, url)));

    /// <summary>True when a skip pattern matches the address.</summary>
    public bool Skips(CrawlUrl url) => _skip.Any(pattern => Matches(pattern, url));

    private static bool Matches(Regex pattern, CrawlUrl url)
    {
        try
        {
            return pattern.IsMatch(url.Text);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }

    private static Regex[] Patterns(string name, IReadOnlyList<string>? patterns)
    {
        if (patterns?.Count > MaxPatterns)
        {
            throw new FormatException($"{name} 超过 {MaxPatterns} 条");
        }

        return [.. (patterns ?? []).Select(pattern => Pattern(name, pattern))];
    }

    private static Regex Pattern(string name, string pattern)
    {
        try
        {
            return new Regex(pattern, RegexOptions.CultureInvariant, MatchTimeout);
        }
        catch (ArgumentException e)
        {
            throw new FormatException($"{name} 里的“{pattern}”不是合格的正则表达式", e);
        }
    }

    private sealed record Content
    {
        public IReadOnlyList<string>? Start { get; init; }

        public IReadOnlyList<string>? Follow { get; init; }

        public IReadOnlyList<string>? Skip { get; init; }

        public IReadOnlyList<string>? AllowHosts { get; init; }

        public double? DelaySeconds { get; init; }
    }
}
