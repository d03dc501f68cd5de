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
}

/// <summary>A line of the text.</summary>
/// <param name="Anchor">Fragment of the line, e.g. p12 or b3.</param>
/// <param name="Number">Number of the paragraph; null for a heading that stands alone.</param>
/// <param name="HeadingTag">2 to 4 where the line is or begins with a heading; null elsewhere.</param>
/// <param name="Heading">The heading's runs; empty when there is none.</param>
/// <param name="Text">What follows the heading.</param>
/// <param name="Role">Label of the role, on headings that open one; null elsewhere.</param>
/// <param name="RoleClass">Class of its square.</param>
public sealed record ReadLine(
    string Anchor,
    int? Number,
    int? HeadingTag,
    IReadOnlyList<TextRun> Heading,
    IReadOnlyList<TextRun> Text,
    string? Role,
    string RoleClass);

/// <summary>An entry of the outline.</summary>
/// <param name="Label">The heading, shortened.</param>
/// <param name="Role">Label of the role; null below the first level.</param>
/// <param name="RoleClass">Class of its colour.</param>
/// <param name="Anchor">Fragment it leads to.</param>
/// <param name="Hits">处 under it, its children's included.</param>
/// <param name="Children">Entries below it.</param>
public sealed record OutlineEntry(
    string Label, string? Role, string RoleClass, string Anchor, int Hits, IReadOnlyList<OutlineEntry> Children);

/// <summary>The bar that leads from hit to hit.</summary>
/// <param name="Query">The query.</param>
/// <param name="Current">Number of the hit the reader is at, from 1; 0 when there is none.</param>
/// <param name="Total">Literal hits.</param>
/// <param name="Elliptical">Elliptical hits, counted apart.</param>
/// <param name="PreviousUrl">Null at the first.</param>
/// <param name="NextUrl">Null at the last.</param>
/// <param name="Strip">Blocks of the text by length.</param>
/// <param name="Ticks">Where the hits stand.</param>
public sealed record HitBar(
    string Query,
    int Current,
    int Total,
    int Elliptical,
    string? PreviousUrl,
    string? NextUrl,
    IReadOnlyList<(string RoleClass, string Left, string Width)> Strip,
    IReadOnlyList<(int Number, string Url, string Left)> Ticks);

/// <summary>A field of the metadata card.</summary>
/// <param name="Label">Its word.</param>
/// <param name="Value">The value as people say it; null when the page gives none.</param>
/// <param name="State">Class and word of the confidence: sure, inferred, absent.</param>
/// <param name="Raw">The page's own characters; null when there are none.</param>
/// <param name="From">Where they stand.</param>
/// <param name="Taken">The value in its canonical form, where it differs from the raw one.</param>
/// <param name="Reason">Why, in words; null when there is nothing to add.</param>
/// <param name="Rejected">Candidates that were not taken.</param>
public sealed record FieldCard(
    string Label,
    string? Value,
    FieldState State,
    string? Raw,
    string? From,
    string? Taken,
    string? Reason,
    IReadOnlyList<(string Raw, string Why)> Rejected)
{
    public bool HasEvidence => Raw is not null || Reason is not null || Rejected.Count > 0;
}

/// <summary>How far a field can be trusted: ● 可信, ◐ 推定, ○ 未载.</summary>
public enum FieldState
{
    Sure,
    Inferred,
    Absent,
}

/// <summary>A change that cleaning made.</summary>
public sealed record RepairView(string Rule, string Before, string After);

/// <summary>A year of the same place: held (with its address), this report, or not held.</summary>
public sealed record YearCell(int Year, string? Url, bool IsThis);

/// <summary>An archived original.</summary>
public sealed record CaptureLink(int Number, string Url, string Fetched, string Kind);
