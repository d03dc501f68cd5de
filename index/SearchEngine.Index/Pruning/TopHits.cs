using SearchEngine.Index.Search;

namespace SearchEngine.Index.Pruning;

/// <summary>The best hits of a request.</summary>
/// <param name="Hits">As <see cref="Searcher.Search"/> gives them.</param>
/// <param name="Partial">True when the budget ended first; there may be better ones then.</param>
public sealed record TopHits(IReadOnlyList<IndexHit> Hits, bool Partial);
