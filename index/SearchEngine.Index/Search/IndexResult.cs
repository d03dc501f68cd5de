namespace SearchEngine.Index.Search;

/// <summary>What a searcher found.</summary>
public sealed record IndexResult
{
    /// <summary>Documents that match query, filters and roles.</summary>
    public required int Documents { get; init; }

    /// <summary>Occurrences in those documents: start positions of the positive phrases, titles included.</summary>
    public required long Occurrences { get; init; }

    /// <summary>Documents under the same filters without the query.</summary>
    public required int Universe { get; init; }

    public required IReadOnlyList<IndexHit> Hits { get; init; }

    /// <summary>One entry for each requested field, in the order of the request.</summary>
    public required IReadOnlyList<FacetCounts> Facets { get; init; }

    /// <summary>
    /// For each role: matching documents with an occurrence there, and those occurrences. Counted without the request's
    /// own choice of roles (the role facet ignores itself) and with all its filters.
    /// </summary>
    public required IReadOnlyList<RoleCount> Roles { get; init; }

    /// <summary>True when the budget ended first; counts are then lower bounds.</summary>
    public bool Partial { get; init; }
}

/// <summary>A document found.</summary>
/// <param name="Id">The document's id.</param>
/// <param name="Stored">The document's stored string.</param>
/// <param name="Score">BM25; 0 when the query has no scoring clause.</param>
/// <param name="Occurrences">Its occurrences under the request's roles.</param>
/// <param name="Document">Handle for <c>Searcher.Passages</c>, valid with the same snapshot.</param>
/// <param name="Explanation">Present when asked for; its value equals <paramref name="Score"/> within 1e-6.</param>
public sealed record IndexHit(
    string Id, string Stored, double Score, long Occurrences, int Document, Explanation? Explanation);

/// <summary>Counts of one field's values.</summary>
/// <param name="Field">Name of the field.</param>
/// <param name="Values">Every value that any live document holds, zeros included, ordinal order; null is 缺失.</param>
public sealed record FacetCounts(string Field, IReadOnlyList<FacetValue> Values);

/// <summary>A facet's value.</summary>
/// <param name="Value">The string, or the number in invariant digits; null for documents without a value.</param>
/// <param name="Count">Matching documents, under all filters but the field's own.</param>
/// <param name="Of">Documents with the value under those filters without the query.</param>
public sealed record FacetValue(string? Value, int Count, int Of);

/// <summary>A role's counts; <paramref name="Of"/> = documents under the filters that have a paragraph of this
/// role.</summary>
public sealed record RoleCount(int Role, int Documents, int Of, long Occurrences);

/// <summary>A node of a score's explanation.</summary>
/// <param name="Value">Sum or product of the parts, as <paramref name="What"/> says; a leaf's own value.</param>
/// <param name="What">In words, with the formula's symbols.</param>
/// <param name="Parts">Empty for a leaf.</param>
public sealed record Explanation(double Value, string What, IReadOnlyList<Explanation> Parts);

/// <summary>A paragraph with hits in it.</summary>
/// <param name="Paragraph">Ordinal of the paragraph in the document, from 0, titles included.</param>
/// <param name="Text">The whole paragraph as stored.</param>
/// <param name="Role">Its block's role.</param>
/// <param name="Section">Its block's ordinal.</param>
/// <param name="IsTitle">True in the title's zone.</param>
/// <param name="Ranges">Half-open UTF-16 ranges in <paramref name="Text"/>, ascending, overlapping ones merged.</param>
/// <param name="Occurrences">Start positions in this paragraph.</param>
public sealed record ParagraphMatch(
    int Paragraph,
    string Text,
    int Role,
    int Section,
    bool IsTitle,
    IReadOnlyList<TextRange> Ranges,
    int Occurrences);

/// <summary>A half-open range of UTF-16 positions.</summary>
public readonly record struct TextRange(int Start, int End);
