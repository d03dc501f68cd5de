namespace SearchEngine.Search.Requests;

/// <summary>
/// A search as a person states it: the same names in the URL, on the command line and in the API.
/// Immutable; a page derives the next state from it with <c>with</c>.
/// </summary>
public sealed record SearchRequest
{
    public string Query { get; init; } = "";

    /// <summary>GB/T 2260 or internal codes; a report matches when it lies in any of them. The empty string is 缺失.</summary>
    public IReadOnlyList<string> Regions { get; init; } = [];

    /// <summary>Report year.</summary>
    public YearRange? Year { get; init; }

    /// <summary>Year of publication.</summary>
    public YearRange? Published { get; init; }

    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>Labels of block roles; they restrict occurrences, not reports.</summary>
    public IReadOnlyList<string> Blocks { get; init; } = [];

    public IReadOnlyList<string> IssuerKinds { get; init; } = [];

    public IReadOnlyList<string> Sites { get; init; } = [];

    /// <summary>Facet values to leave out.</summary>
    public IReadOnlyList<Exclusion> Exclude { get; init; } = [];

    /// <summary>宽松: 、 and brackets are ignored too.</summary>
    public bool Wide { get; init; }

    /// <summary>True asks for related results by words instead of literal ones.</summary>
    public bool RelatedMode { get; init; }

    public SortOrder Sort { get; init; }

    /// <summary>Number of hits to pass over, from 0.</summary>
    public int From { get; init; }

    public int Limit { get; init; } = 10;

    public bool Explain { get; init; }
}

/// <summary>Years from <paramref name="From"/> to <paramref name="To"/>, both included; null is open.
/// <paramref name="Missing"/> asks for reports without the date instead.</summary>
public readonly record struct YearRange(int? From, int? To, bool Missing = false);

/// <summary>A facet's value that is left out: field is region, year, published, topic, block, issuerKind or site.</summary>
public readonly record struct Exclusion(string Field, string Value);

/// <summary>The orders of the hits; ties are broken by relevance, then by id.</summary>
public enum SortOrder
{
    Relevance,
    Year,
    Published,
    Occurrences,
    Region,
}
