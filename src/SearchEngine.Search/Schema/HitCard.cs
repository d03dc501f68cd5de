using System.Text.Json;
using System.Text.Json.Serialization;
using SearchEngine.Reports.Catalogue;
using SearchEngine.Reports.Model;

namespace SearchEngine.Search.Schema;

/// <summary>
/// What the index keeps of a report to show a hit without asking the catalogue: the facts of its head, and what tells a
/// body line's heading and paragraph number. One-letter names keep it small: it is stored once for each report.
/// </summary>
public sealed record HitCard
{
    [JsonPropertyName("t")]
    public string? Title { get; init; }

    [JsonPropertyName("n")]
    public bool TitleInferred { get; init; }

    [JsonPropertyName("r")]
    public IReadOnlyList<string>? RegionPath { get; init; }

    [JsonPropertyName("c")]
    public string? RegionCode { get; init; }

    [JsonPropertyName("z")]
    public string? InternalCode { get; init; }

    [JsonPropertyName("y")]
    public int? Year { get; init; }

    [JsonPropertyName("p")]
    public DateOnly? Published { get; init; }

    [JsonPropertyName("i")]
    public string? Issuer { get; init; }

    [JsonPropertyName("k")]
    public string? IssuerKind { get; init; }

    [JsonPropertyName("u")]
    public string? Url { get; init; }

    /// <summary>The heading of each block, by section.</summary>
    [JsonPropertyName("h")]
    public IReadOnlyList<string?> Headings { get; init; } = [];

    /// <summary>
    /// Ordinals of the body lines that are headings standing alone, ascending; they have no paragraph number.
    /// </summary>
    [JsonPropertyName("a")]
    public IReadOnlyList<int> Alone { get; init; } = [];

    /// <summary>The place, or null.</summary>
    [JsonIgnore]
    public RegionRef? Region => RegionPath is null ? null : new RegionRef(RegionPath, RegionCode, InternalCode);

    public static HitCard Of(StoredReport stored)
    {
        CleanReport report = stored.Report;
        return new HitCard
        {
            Title = report.Title,
            TitleInferred = report.TitleInferred,
            RegionPath = report.Region?.Path,
            RegionCode = report.Region?.Code,
            InternalCode = report.Region?.InternalCode,
            Year = report.Year,
            Published = report.Published,
            Issuer = report.Issuer,
            IssuerKind = report.IssuerKind is { } kind ? Labels.Of(kind) : null,
            Url = stored.Url,
            Headings = [.. report.Blocks.Select(block => block.Heading)],
            Alone = [.. report.Lines.Index().Where(line => line.Item.Paragraph is null).Select(line => line.Index)],
        };
    }

    public static HitCard Read(string json) => JsonSerializer.Deserialize(json, HitCardJson.Default.HitCard)!;

    public string Write() => JsonSerializer.Serialize(this, HitCardJson.Default.HitCard);

    /// <summary>The number from 1 of the paragraph on a body line; null for a heading that stands alone.</summary>
    /// <param name="line">Ordinal of the line in the body, from 0.</param>
    public int? ParagraphOf(int line)
    {
        int before = 0;
        while (before < Alone.Count && Alone[before] < line)
            before++;
        return before < Alone.Count && Alone[before] == line ? null : line - before + 1;
    }

    /// <summary>The heading over a block; null before the first one and for the closing phrase.</summary>
    public string? HeadingOf(int section) => section >= 0 && section < Headings.Count ? Headings[section] : null;
}
