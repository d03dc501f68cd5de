using System.Text.Json.Serialization;
using SearchEngine.Reports.Model;

namespace SearchEngine.Search.Answers;

/// <summary>What a search returns; the JSON of the command line and of the API is this record, property by property.</summary>
public sealed record SearchAnswer
{
    /// <summary>The query as typed.</summary>
    public required string Query { get; init; }

    /// <summary>How the query was read, one line of Chinese.</summary>
    public required string Understood { get; init; }

    /// <summary>What was wrong with the query and was repaired; null when nothing was.</summary>
    public QueryError? Error { get; init; }

    /// <summary>True when something was typed and nothing of it could be read: there are no hits then.</summary>
    [JsonIgnore]
    public bool Unreadable { get; init; }

    /// <summary>篇: reports that match.</summary>
    public int Reports { get; init; }

    /// <summary>处: start positions of the positive phrases in those reports.</summary>
    public long Occurrences { get; init; }

    /// <summary>省略式 hits, counted apart.</summary>
    public int Elliptical { get; init; }

    /// <summary>Reports that match by words only, counted apart.</summary>
    public int Related { get; init; }

    public required Denominator Of { get; init; }

    public double TookMs { get; init; }

    /// <summary>True when a limit stopped the search and the counts are lower bounds.</summary>
    public bool Partial { get; init; }

    public required SearchFacets Facets { get; init; }

    public IReadOnlyList<SearchHit> Hits { get; init; } = [];

    public IReadOnlyList<SearchHit> RelatedHits { get; init; } = [];
}

/// <summary>A mistake in the query.</summary>
/// <param name="At">Position of the character from 1.</param>
/// <param name="Message">What was expected and what was done about it, in Chinese.</param>
public sealed record QueryError(int At, string Message);

/// <summary>What the counts are counts of: collected under the same filters, without the query.</summary>
public sealed record Denominator(int Reports, int Regions);

/// <summary>The facets, every collected value listed, zeros too.</summary>
public sealed record SearchFacets
{
    public IReadOnlyList<RegionFacet> Region { get; init; } = [];

    /// <summary>Report years, ascending; 缺失 (null) last.</summary>
    public IReadOnlyList<YearFacet> Year { get; init; } = [];

    /// <summary>Years of publication, ascending; 缺失 (null) last.</summary>
    public IReadOnlyList<YearFacet> Published { get; init; } = [];

    public IReadOnlyList<ValueFacet> Topic { get; init; } = [];

    public IReadOnlyList<BlockFacet> Block { get; init; } = [];

    public IReadOnlyList<ValueFacet> IssuerKind { get; init; } = [];

    public IReadOnlyList<ValueFacet> Site { get; init; } = [];
}

/// <summary>A node of the region tree. <paramref name="Code"/> and <paramref name="InternalCode"/> are null for 缺失.</summary>
public sealed record RegionFacet(
    string? Code, string? InternalCode, string Name, int Count, int Of, IReadOnlyList<RegionFacet> Children)
{
    /// <summary>What a request's regions take for this node: a code, or a path where there is none; empty for 缺失.</summary>
    [JsonIgnore]
    public string Key { get; init; } = "";
}

public sealed record YearFacet(int? Value, int Count, int Of);

/// <summary>A value of a flat facet; null is 缺失.</summary>
public sealed record ValueFacet(string? Value, string? Name, int Count, int Of);

public sealed record BlockFacet(string Value, int Count, int Of, long Occurrences);

/// <summary>One report found.</summary>
public sealed record SearchHit
{
    public required string Id { get; init; }

    public string? Title { get; init; }

    public bool TitleInferred { get; init; }

    public RegionRef? Region { get; init; }

    public int? Year { get; init; }

    public DateOnly? Published { get; init; }

    public string? Issuer { get; init; }

    public string? IssuerKind { get; init; }

    public string? Url { get; init; }

    public double Score { get; init; }

    public long Occurrences { get; init; }

    public int Elliptical { get; init; }

    public IReadOnlyList<Passage> Passages { get; init; } = [];

    public ScoreExplanation? Explain { get; init; }
}

/// <summary>A piece of a report around its hits.</summary>
/// <param name="Block">Label of the block's role; 标题 for the title.</param>
/// <param name="Heading">The heading the paragraph stands under.</param>
/// <param name="Paragraph">Number of the paragraph from 1; null for the title and for a heading that stands alone.</param>
/// <param name="Text">At most 300 characters of the original, beginning and ending at sentence bounds where possible.</param>
/// <param name="Ranges">Half-open UTF-16 ranges in <paramref name="Text"/>: pairs [start, end).</param>
/// <param name="Elliptical">True when the marked halves stand for a phrase written in shortened form.</param>
public sealed record Passage(
    string Block,
    string? Heading,
    int? Paragraph,
    string Text,
    IReadOnlyList<int[]> Ranges,
    bool Elliptical = false);

/// <summary>A node of the score's explanation; a node's value is the sum (or the product, as it says) of its parts.</summary>
public sealed record ScoreExplanation(double Value, string What, IReadOnlyList<ScoreExplanation> Parts);
