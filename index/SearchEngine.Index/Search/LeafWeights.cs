using SearchEngine.Index.Query;
using SearchEngine.Index.Reading;

namespace SearchEngine.Index.Search;

/// <summary>What each leaf of a plan weighs in the score over a snapshot.</summary>
internal sealed class LeafWeights
{
    private readonly IndexReader _reader;
    private readonly QueryPlan _plan;
    private readonly long[][] _documentFrequencies;
    private readonly double[] _weights;

    /// <param name="reader">The snapshot.</param>
    /// <param name="plan">The query.</param>
    /// <param name="segments">For each segment of the snapshot those of each leaf.</param>
    public LeafWeights(IndexReader reader, QueryPlan plan, IReadOnlyList<IReadOnlyList<TermFrequencies>> segments)
    {
        (_reader, _plan) = (reader, plan);
        _documentFrequencies = new long[plan.Leaves.Count][];
        _weights = new double[plan.Leaves.Count];
        for (int leaf = 0; leaf < _weights.Length; leaf++)
        {
            _documentFrequencies[leaf] = Sum(segments, leaf);
            _weights[leaf] = plan.Leaves[leaf].Weight * Bm25Of(leaf).Idf(_documentFrequencies[leaf]);
        }
    }

    /// <summary>Documents of each term of a leaf in the whole snapshot.</summary>
    public IReadOnlyList<long> DocumentFrequencies(int leaf) => _documentFrequencies[leaf];

    /// <summary>The score's parameters for a leaf.</summary>
    public Bm25 Bm25Of(int leaf) => _reader.Bm25(_plan.Leaves[leaf].Grain);

    /// <summary>How a leaf scores in a segment.</summary>
    public LeafScore ScoreOf(int segment, int leaf)
    {
        Bm25 bm25 = Bm25Of(leaf);
        double weight = _plan.Leaves[leaf].Scores ? _weights[leaf] : 0;
        return new LeafScore(weight, bm25.Gain, bm25.TitleWeight, _reader.Norms(segment, _plan.Leaves[leaf].Grain));
    }

    private static long[] Sum(IReadOnlyList<IReadOnlyList<TermFrequencies>> segments, int leaf)
    {
        if (segments.Count == 0)
            return [];
        long[] sums = new long[segments[0][leaf].Documents.Count];
        foreach (IReadOnlyList<TermFrequencies> segment in segments)
        {
            for (int term = 0; term < sums.Length; term++)
                sums[term] += segment[leaf].Documents[term];
        }

        return sums;
    }
}
