using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace SearchEngine.Reports.Citations;

/// <summary>An item of CSL-JSON, which Zotero, pandoc and citation processors read.</summary>
public sealed record CslItem
{
    private static readonly JsonSerializerOptions Options = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    [JsonPropertyName("id")]
    public required string Id { get; init; }

    /// <summary>webpage where there is an address, report where there is none.</summary>
    [JsonPropertyName("type")]
    public required string Type { get; init; }

    [JsonPropertyName("author")]
    public IReadOnlyList<CslName>? Author { get; init; }

    [JsonPropertyName("title")]
    public string? Title { get; init; }

    [JsonPropertyName("issued")]
    public CslDate? Issued { get; init; }

    [JsonPropertyName("accessed")]
    public CslDate? Accessed { get; init; }

    [JsonPropertyName("URL")]
    public string? Url { get; init; }

    [JsonPropertyName("language")]
    public string Language { get; init; } = "zh-CN";

    [JsonPropertyName("note")]
    public string? Note { get; init; }

    public static CslItem Of(Citation citation) => new()
    {
        Id = citation.Id,
        Type = citation.Url is null ? "report" : "webpage",
        Author = citation.Issuers.Count == 0 ? null : [.. citation.Issuers.Select(issuer => new CslName(issuer))],
        Title = citation.Title,
        Issued = CslDate.Of(citation.Published),
        Accessed = CslDate.Of(citation.Accessed),
        Url = citation.Url,
        Note = citation.Year is { } year ? FormattableString.Invariant($"报告年度 {year}") : null,
    };

    /// <summary>The item on one line.</summary>
    public static string Format(Citation citation) => JsonSerializer.Serialize(Of(citation), Options);
}

/// <summary>An office, never split into first and last name.</summary>
public sealed record CslName([property: JsonPropertyName("literal")] string Literal);

/// <summary>A date as year, month, day.</summary>
public sealed record CslDate([property: JsonPropertyName("date-parts")] IReadOnlyList<IReadOnlyList<int>> Parts)
{
    internal static CslDate? Of(DateOnly? date) =>
        date is { } day ? new CslDate([[day.Year, day.Month, day.Day]]) : null;
}
