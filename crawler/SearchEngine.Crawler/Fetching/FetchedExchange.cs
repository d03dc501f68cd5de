using System.Net;

namespace SearchEngine.Crawler.Fetching;

/// <summary>One request and its response, as they went over the wire.</summary>
public sealed record FetchedExchange
{
    /// <summary>The address asked for.</summary>
    public required string Url { get; init; }

    /// <summary>Request line and fields as sent, with the empty line.</summary>
    public required ReadOnlyMemory<byte> RequestHead { get; init; }

    /// <summary>Status line and fields as received, with the empty line; may state a transfer coding.</summary>
    public required ReadOnlyMemory<byte> ResponseHead { get; init; }

    public required int Status { get; init; }

    /// <summary>The reason phrase; may be empty.</summary>
    public required string Reason { get; init; }

    /// <summary>Response fields in order as received, values read as Latin-1.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; }

    /// <summary>The body after the transfer coding, still content-encoded.</summary>
    public required ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The address that was connected to.</summary>
    public required IPAddress? RemoteAddress { get; init; }

    /// <summary>When the response's head had come.</summary>
    public required DateTimeOffset FetchedAt { get; init; }

    /// <summary>Null when the body is whole.</summary>
    public BodyTruncation? Truncated { get; init; }

    /// <summary>The page that linked here, or null for a seed and for robots.txt.</summary>
    public string? Via { get; init; }

    public string? ContentType => Header("Content-Type");

    /// <summary>The media type in lower case without parameters; empty when none is stated.</summary>
    public string MediaType => (ContentType ?? "").Split(';')[0].Trim().ToLowerInvariant();

    /// <summary>The first response field of that name; null when there is none.</summary>
    public string? Header(string name) =>
        Headers.FirstOrDefault(h => string.Equals(h.Key, name, StringComparison.OrdinalIgnoreCase)).Value;

    /// <summary>The body with its content encoding undone, within the limits. Counts while it streams.</summary>
    public DecodedBody Decode(CrawlLimits? limits = null) =>
        BodyDecoder.Decode(Body, Header("Content-Encoding"), limits ?? CrawlLimits.Default);
}
