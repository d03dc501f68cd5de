using SearchEngine.Index.Query;
using SearchEngine.Index.Reading;
using SearchEngine.Index.Search;

namespace SearchEngine.Index.Pruning;

/// <summary>The leaves of a plan in one segment, before it is known what they weigh.</summary>
internal sealed class SegmentLeaves : IDisposable
{
    private readonly List<LeafMatches> _matches = [];
    private readonly BitSet? _accepted;

    private SegmentLeaves(IndexReader reader, int number, QueryPlan plan, LeafEvaluator evaluator, IndexRequest request, BudgetMeter budget)
    {
        SnapshotSegment segment = reader.Segments[number];
        ulong mask = RoleMask.Of(request.Roles);
        Cursors = new LeafCursor[plan.Leaves.Count];
        Frequencies = new TermFrequencies[plan.Leaves.Count];
        DensityBounds?[] bounds = new DensityBounds?[Enum.GetValues<Grain>().Length];
        for (int i = 0; i < Cursors.Length; i++)
        {
            Leaf leaf = plan.Leaves[i];
            LeafMatches matches = LeafMatches.None;
            if (TermFrequencies.IsTermwise(leaf, plan.Wide) && leaf is PatternLeaf { Pattern: { Zone: null } pattern }
                && evaluator.PlacesOf(pattern) is { } entry)
            {
                DensityBounds ofGrain = bounds[(int)leaf.Grain] ??= new DensityBounds(reader.Bm25(leaf.Grain), segment.Reader.AverageLength);
                Cursors[i] = new PlacesCursor(segment.Reader, entry, ofGrain, mask, budget);
            }
            else
            {
                if (!budget.IsSpent)
                    matches = evaluator.Evaluate(leaf, within: null);
                _matches.Add(matches);
                Cursors[i] = new ListedCursor(matches, segment.Reader.Places, mask);
            }

            Frequencies[i] = evaluator.FrequenciesOf(leaf, matches);
        }

        _accepted = Accepted(reader, segment, request.Filters);
    }

    /// <summary>A cursor for each leaf.</summary>
    public LeafCursor[] Cursors { get; }

    /// <summary>Documents of each leaf's terms.</summary>
    public TermFrequencies[] Frequencies { get; }

    public static SegmentLeaves Of(
        IndexReader reader, int number, QueryPlan plan, RunExpansions runs, PlanTerms terms, IndexRequest request, BudgetMeter budget)
    {
        using LeafEvaluator evaluator = new(reader.Segments[number], plan, runs, (terms, number), reader.Analyzer, budget);
        return new SegmentLeaves(reader, number, plan, evaluator, request, budget);
    }

    /// <summary>What the leaves add at most; after <see cref="Begin"/>.</summary>
    public RowBounds Rows { get; private set; } = null!;

    /// <summary>Says what the leaves weigh.</summary>
    public void Begin(SnapshotSegment segment, Func<int, LeafScore> scores)
    {
        for (int leaf = 0; leaf < Cursors.Length; leaf++)
            Cursors[leaf].Begin(scores(leaf));
        Rows = new RowBounds(segment, Cursors);
    }

    /// <summary>False for a document that is deleted or that a filter excludes.</summary>
    public bool Accepts(int document) => _accepted is null || _accepted[document];

    /// <summary>Gives hits to the collector, with the same sums in the same order as where all hits are counted, so
    /// that the same documents have the same scores.</summary>
    /// <param name="documents">The hits, ascending.</param>
    /// <param name="segment">The segment's number.</param>
    /// <param name="counts">For each leaf whether its occurrences count.</param>
    /// <param name="collector">What they are given to.</param>
    public void Offer(ReadOnlySpan<int> documents, int segment, bool[] counts, HitCollector collector)
    {
        double[] scores = new double[documents.Length];
        long[] occurrences = new long[documents.Length];
        for (int leaf = 0; leaf < Cursors.Length; leaf++)
        {
            for (int i = 0; i < documents.Length; i++)
            {
                ulong found = Cursors[leaf].Find(documents[i]);
                if (found == 0)
                    continue;
                scores[i] += Cursors[leaf].ScoreOf(documents[i], found);
                occurrences[i] += counts[leaf] ? (uint)found : 0;
            }
        }

        for (int i = 0; i < documents.Length; i++)
            collector.Add(segment, documents[i], scores[i], occurrences[i]);
    }

    public void Dispose()
    {
        foreach (LeafMatches matches in _matches)
            matches.Dispose();
    }

    private static BitSet? Accepted(IndexReader reader, SnapshotSegment segment, IReadOnlyList<Filter> conditions)
    {
        if (conditions.Count == 0 && segment.Live.Count == segment.Live.Documents)
            return null;
        FilterEvaluator filters = new(reader.Schema, segment.Reader);
        BitSet live = new(segment.Live.Words, segment.Live.Documents);
        return conditions.Aggregate(live, (left, filter) => left.And(filters.Evaluate(filter)));
    }
}
