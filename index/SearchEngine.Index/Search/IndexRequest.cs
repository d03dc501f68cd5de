using SearchEngine.Index.Query;

namespace SearchEngine.Index.Search;

/// <summary>What is asked of a searcher.</summary>
public sealed record IndexRequest
{
    public required Query.Query Query { get; init; }

    /// <summary>True when 、 and brackets are ignored too (宽松).</summary>
    public bool Wide { get; init; }

    /// <summary>Conditions on documents; all must hold.</summary>
    public IReadOnlyList<Filter> Filters { get; init; } = [];

    /// <summary>True when the conditions on a facet's own field are left out of that facet's counts, so that other
    /// choices keep theirs.</summary>
    public bool Sideways { get; init; } = true;

    /// <summary>Only occurrences in paragraphs of these roles count; null for all, titles included.</summary>
    public IReadOnlySet<int>? Roles { get; init; }

    /// <summary>Fields to count, in this order.</summary>
    public IReadOnlyList<string> Facets { get; init; } = [];

    /// <summary>Sort keys before score; empty sorts by score. Ties end by id, ordinal, ascending.</summary>
    public IReadOnlyList<SortKey> Sort { get; init; } = [];

    /// <summary>Hits to pass over.</summary>
    public int From { get; init; }

    /// <summary>
    /// A hit that this request gave on the same snapshot: only hits behind it are given, and <see cref="From"/> counts
    /// from there. Those before it are not kept, so any page costs what the first does. Counts are of all hits. Null
    /// for all hits.
    /// </summary>
    public IndexHit? After { get; init; }

    /// <summary>Hits to return.</summary>
    public int Limit { get; init; } = 10;

    public bool Explain { get; init; }

    public SearchBudget Budget { get; init; } = SearchBudget.Unlimited;
}

/// <summary>A sort key.</summary>
/// <param name="By">What is compared.</param>
/// <param name="Field">For <see cref="SortBy.Field"/>: a Number or Keyword field. Documents without a value come
/// last.</param>
/// <param name="Descending">Greatest first.</param>
public sealed record SortKey(SortBy By, string? Field = null, bool Descending = false);

/// <summary>What a sort key compares.</summary>
public enum SortBy
{
    Score,
    Occurrences,
    Field,
}
