using System.Text.Json.Serialization;

namespace SearchEngine.Reports.Model;

/// <summary>
/// A page as cleaning understood it. A field that the page does not give is null; a field that was inferred says so.
/// The catalogue keeps this record whole; index, pages and exports read it and never the page again.
/// </summary>
public sealed record CleanReport
{
    public required PageKind Kind { get; init; }

    public string? Title { get; init; }

    /// <summary>True when the title was put together from the text because the page has none.</summary>
    public bool TitleInferred { get; init; }

    public RegionRef? Region { get; init; }

    /// <summary>The year reported on, not the year of publication.</summary>
    public int? Year { get; init; }

    public DateOnly? Published { get; init; }

    /// <summary>The date of the signature (成文日期).</summary>
    public DateOnly? Written { get; init; }

    /// <summary>Who accounts; several are joined by 、.</summary>
    public string? Issuer { get; init; }

    public bool IssuerInferred { get; init; }

    public IssuerKind? IssuerKind { get; init; }

    /// <summary>Who put the page up (发布机构), where it is not the issuer.</summary>
    public string? Publisher { get; init; }

    /// <summary>来源 as the page states it.</summary>
    public string? Source { get; init; }

    public string? IndexNumber { get; init; }

    /// <summary>The report's own 发文字号.</summary>
    public string? DocumentNumber { get; init; }

    /// <summary>Numbers of other documents named in the body, in order, each once.</summary>
    public IReadOnlyList<string> CitedDocumentNumbers { get; init; } = [];

    public required string Charset { get; init; }

    /// <summary>Absolute addresses of the pages that continue this article, in order, without this page.</summary>
    public IReadOnlyList<string> NextPages { get; init; } = [];

    /// <summary>Absolute addresses of attached files.</summary>
    public IReadOnlyList<string> Attachments { get; init; } = [];

    public IReadOnlyList<Block> Blocks { get; init; } = [];

    /// <summary>特此报告。 or its like; part of the body. Null when the report has none.</summary>
    public string? ClosingPhrase { get; init; }

    /// <summary>The signature's lines joined by a line feed; not part of the body. Null when there is none.</summary>
    public string? Signature { get; init; }

    public IReadOnlyList<FieldEvidence> Fields { get; init; } = [];

    public IReadOnlyList<Repair> Repairs { get; init; } = [];

    /// <summary>
    /// The body's lines in order: headings that stand alone, paragraphs, and the closing phrase. What is searched is this.
    /// </summary>
    [JsonIgnore]
    public IEnumerable<BodyLine> Lines => BodyLines.Of(this);

    /// <summary>The body: <see cref="Lines"/> joined by line feeds.</summary>
    [JsonIgnore]
    public string Text => string.Join('\n', Lines.Select(line => line.Text));
}
