using SearchEngine.Search.Answers;

namespace SearchEngine.Web.Features.Results;

/// <summary>A page of results, ready to be shown.</summary>
public sealed record ResultsView
{
    public required SearchAnswer Answer { get; init; }

    public required IReadOnlyList<FacetView> Facets { get; init; }

    public required IReadOnlyList<ChoiceChip> Chips { get; init; }

    public required IReadOnlyList<HitView> Hits { get; init; }

    public required IReadOnlyList<HitView> RelatedHits { get; init; }

    public Pager? Pager { get; init; }

    /// <summary>Ways out of an empty page; empty when the page is not.</summary>
    public IReadOnlyList<Relaxation> Relaxations { get; init; } = [];

    /// <summary>The same search without any filter; null when it has none.</summary>
    public (string Url, SearchAnswer Answer)? Unfiltered { get; init; }

    /// <summary>
    /// The same search with the other reading of 、 and brackets; null where finding out would cost too much.
    /// </summary>
    public SearchAnswer? Switched { get; init; }

    public QueryFault? Fault { get; init; }

    /// <summary>The condition that alone empties the page; null when none or several do.</summary>
    public string? Culprit =>
        Relaxations.Where(way => way.Condition is not null && way.Reports > 0).ToList() is [var only]
            ? only.Condition
            : null;
}
