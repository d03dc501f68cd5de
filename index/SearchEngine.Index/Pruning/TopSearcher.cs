using SearchEngine.Index.Query;
using SearchEngine.Index.Reading;
using SearchEngine.Index.Search;
using SearchEngine.Index.Store;

namespace SearchEngine.Index.Pruning;

/// <summary>
/// Finds the best hits of a request and counts nothing, so that what cannot be among them need not be read. May be used
/// from several threads.
/// </summary>
public sealed class TopSearcher(Searcher searcher)
{
    /// <summary>
    /// The same hits as those of <see cref="Searcher.Search"/>. A single phrase, phrases joined by OR and a related
    /// query, best score first and without an explanation, are read where they can matter; of all others every hit is
    /// looked at. Facets are not counted.
    /// </summary>
    /// <exception cref="QueryTooComplexException">The query is over a limit.</exception>
    /// <exception cref="ArgumentException">A filter or sort names a field that does not fit; From or Limit is negative;
    /// After is a hit of no document of the snapshot.</exception>
    /// <exception cref="CorruptIndexException">A file of the index is damaged.</exception>
    public TopHits Search(IndexRequest request)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(request.From);
        ArgumentOutOfRangeException.ThrowIfNegative(request.Limit);
        IndexReader reader = searcher.Reader;
        QueryPlan plan = QueryCompiler.Compile(request.Query, reader.Analyzer, request.Wide);
        if (request.Explain || request.After is not null || !HitCollector.IsByScore(request.Sort) || LeafChoice.Of(plan) is not { } choice)
        {
            IndexResult all = searcher.Search(request with { Facets = [] });
            return new TopHits(all.Hits, all.Partial);
        }

        using IndexReader.Lease lease = reader.Acquire();
        BudgetMeter budget = new(request.Budget);
        HitCollector collector = new(reader, request);
        RunExpansions runs = RunExpansions.Of(plan, reader.Segments);
        List<SegmentLeaves> segments = [];
        try
        {
            PlanTerms terms = PlanTerms.Of(plan, reader.Segments);
            for (int number = 0; number < reader.Segments.Count; number++)
                segments.Add(SegmentLeaves.Of(reader, number, plan, runs, terms, request, budget));
            LeafWeights weights = new(reader, plan, [.. segments.Select(segment => segment.Frequencies)]);
            for (int number = 0; number < segments.Count; number++)
                segments[number].Begin(reader.Segments[number], leaf => weights.ScoreOf(number, leaf));
            Contest contest = new((long)request.From + request.Limit);
            new PrunedWalk(contest, choice).Run(segments, budget);
            for (int number = 0; number < segments.Count; number++)
                segments[number].Offer(contest.Entrants(number), number, choice.Counts, collector);
        }
        finally
        {
            segments.ForEach(segment => segment.Dispose());
        }

        IndexHit[] hits = Searcher.HitsOf(reader, collector.Take(request.From, request.Limit), explain: null);
        return new TopHits(hits, budget.IsSpent || runs.IsCut);
    }
}
