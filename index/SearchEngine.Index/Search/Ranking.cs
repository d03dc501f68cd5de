using SearchEngine.Index.Query;
using SearchEngine.Index.Reading;

namespace SearchEngine.Index.Search;

/// <summary>Scores the documents that match query and filters.</summary>
internal sealed class Ranking
{
    private readonly QueryPlan _plan;
    private readonly IReadOnlyList<SegmentMatches> _segments;
    private readonly LeafWeights _weights;

    public Ranking(IndexReader reader, QueryPlan plan, IReadOnlyList<SegmentMatches> segments)
    {
        (_plan, _segments) = (plan, segments);
        _weights = new LeafWeights(reader, plan, [.. segments.Select(segment => segment.Frequencies)]);
    }

    /// <summary>Walks the leaves through a segment's hits. The tally belongs to the segment's matches.</summary>
    public HitTally Tally(int segment, HitCollector collector, ulong mask)
    {
        SegmentMatches matches = _segments[segment];
        HitTally tally = matches.Tally = IsLone ? new LoneTally(matches, segment, collector)
            : matches.HasFewHits ? new FewHitsTally(matches, segment, collector)
            : new ManyHitsTally(matches, segment, collector);
        for (int leaf = 0; leaf < _plan.Leaves.Count; leaf++)
        {
            if (_plan.Leaves[leaf].Counts)
                tally.Count(leaf, mask, _weights.ScoreOf(segment, leaf));
            else
                tally.Pass(leaf, mask, _weights.ScoreOf(segment, leaf));
        }

        return tally;
    }

    /// <summary>The sum that <see cref="Tally"/> made of a hit.</summary>
    public Explanation Explain(HitCollector.Candidate hit, ulong mask)
    {
        SegmentMatches matches = _segments[hit.Segment];
        uint length = matches.Segment.Reader.Lengths[hit.Document];
        List<Explanation> parts = [];
        for (int leaf = 0; leaf < _plan.Leaves.Count; leaf++)
        {
            Bm25 bm25 = _weights.Bm25Of(leaf);
            (int first, int end) = matches.Leaves[leaf].EntriesOf(hit.Document, matches.Places);
            long frequency = matches.Leaves[leaf].FrequencyOf(first, end, mask, bm25.TitleWeight);
            if (frequency > 0 && _plan.Leaves[leaf].Scores)
                parts.Add(bm25.Explain(_plan.Leaves[leaf], _weights.DocumentFrequencies(leaf), frequency, length));
        }

        return new Explanation(parts.Sum(part => part.Value), "各短语得分之和", parts);
    }

    /// <summary>True when one leaf is the whole query: its entries are walked without sums by document.</summary>
    private bool IsLone => _plan.Root is LeafNode && _plan.Leaves is [{ Counts: true, Scores: true }];
}
