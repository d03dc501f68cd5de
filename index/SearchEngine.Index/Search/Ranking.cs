using SearchEngine.Index.Query;
using SearchEngine.Index.Reading;

namespace SearchEngine.Index.Search;

/// <summary>Scores the documents that match query and filters.</summary>
internal sealed class Ranking
{
    private readonly IndexReader _reader;
    private readonly QueryPlan _plan;
    private readonly IReadOnlyList<SegmentMatches> _segments;
    private readonly long[][] _documentFrequencies;
    private readonly double[] _weights;

    public Ranking(IndexReader reader, QueryPlan plan, IReadOnlyList<SegmentMatches> segments)
    {
        (_reader, _plan, _segments) = (reader, plan, segments);
        _documentFrequencies = new long[plan.Leaves.Count][];
        _weights = new double[plan.Leaves.Count];
        for (int leaf = 0; leaf < _weights.Length; leaf++)
        {
            _documentFrequencies[leaf] = Sum(segments, leaf);
            _weights[leaf] = plan.Leaves[leaf].Weight * Bm25Of(leaf).Idf(_documentFrequencies[leaf]);
        }
    }

    /// <summary>Walks the leaves through a segment's hits. The tally belongs to the segment's matches.</summary>
    public HitTally Tally(int segment, HitCollector collector, ulong mask)
    {
        SegmentMatches matches = _segments[segment];
        HitTally tally = matches.Tally = IsLone ? new LoneTally(matches, segment, collector)
            : matches.HasFewHits ? new FewHitsTally(matches, segment, collector)
            : new ManyHitsTally(matches, segment, collector);
        for (int leaf = 0; leaf < _weights.Length; leaf++)
        {
            if (_plan.Leaves[leaf].Counts)
                tally.Count(leaf, mask, ScoreOf(segment, leaf));
            else
                tally.Pass(leaf, mask, ScoreOf(segment, leaf));
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
            Bm25 bm25 = Bm25Of(leaf);
            (int first, int end) = matches.Leaves[leaf].EntriesOf(hit.Document, matches.Places);
            long frequency = matches.Leaves[leaf].FrequencyOf(first, end, mask, bm25.TitleWeight);
            if (frequency > 0 && _plan.Leaves[leaf].Scores)
                parts.Add(bm25.Explain(_plan.Leaves[leaf], _documentFrequencies[leaf], frequency, length));
        }

        return new Explanation(parts.Sum(part => part.Value), "各短语得分之和", parts);
    }

    /// <summary>True when one leaf is the whole query: its entries are walked without sums by document.</summary>
    private bool IsLone => _plan.Root is LeafNode && _plan.Leaves is [{ Counts: true, Scores: true }];

    private LeafScore ScoreOf(int segment, int leaf)
    {
        Bm25 bm25 = Bm25Of(leaf);
        double weight = _plan.Leaves[leaf].Scores ? _weights[leaf] : 0;
        return new LeafScore(weight, bm25.Gain, bm25.TitleWeight, _reader.Norms(segment, _plan.Leaves[leaf].Grain));
    }

    /// <summary>The score's parameters for a leaf.</summary>
    private Bm25 Bm25Of(int leaf) => _reader.Bm25(_plan.Leaves[leaf].Grain);

    private static long[] Sum(IReadOnlyList<SegmentMatches> segments, int leaf)
    {
        if (segments.Count == 0)
            return [];
        long[] sums = new long[segments[0].Frequencies[leaf].Documents.Count];
        foreach (SegmentMatches segment in segments)
        {
            for (int term = 0; term < sums.Length; term++)
                sums[term] += segment.Frequencies[leaf].Documents[term];
        }

        return sums;
    }
}
