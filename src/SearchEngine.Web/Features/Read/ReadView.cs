using SearchEngine.Web.Features.Shared;

namespace SearchEngine.Web.Features.Read;

/// <summary>A report's page, ready to be shown.</summary>
public sealed record ReadView
{
    public required string Id { get; init; }

    public required string PlainTitle { get; init; }

    public required IReadOnlyList<TextRun> Title { get; init; }

    public bool TitleInferred { get; init; }

    /// <summary>主体, 年度, 发布, 地区 in one line; each part is known.</summary>
    public required IReadOnlyList<string> Byline { get; init; }

    public required IReadOnlyList<OutlineEntry> Outline { get; init; }

    public required IReadOnlyList<ReadLine> Lines { get; init; }

    public string? Signature { get; init; }

    /// <summary>Null when the page is read without a query.</summary>
    public HitBar? HitBar { get; init; }

    public required IReadOnlyList<FieldCard> Fields { get; init; }

    public required IReadOnlyList<(string Rule, int Count)> RepairRules { get; init; }

    public required IReadOnlyList<RepairView> Repairs { get; init; }

    public required IReadOnlyList<(string Label, string Url)> Topics { get; init; }

    public required IReadOnlyList<YearCell> Years { get; init; }

    public required IReadOnlyList<CaptureLink> Captures { get; init; }

    public string? SourceUrl { get; init; }

    /// <summary>The source's address or file name as kept, shown where it cannot be followed.</summary>
    public string? SourceText { get; init; }

    public required string JsonUrl { get; init; }

    /// <summary>Every capture of the page, and what each says otherwise.</summary>
    public required string VersionsUrl { get; init; }

    /// <summary>Every candidate of every field, and every repair.</summary>
    public required string EvidenceUrl { get; init; }

    public required CitationCard Citation { get; init; }
}
