using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using SearchEngine.Index.Codec;

namespace SearchEngine.Index.Search;

/// <summary>
/// A tally of few hits, one by one. What the tables of the segment say of a hit lies far from what they say of the next one, so
/// it is gathered once for all leaves.
/// </summary>
internal sealed class FewHitsTally : HitTally
{
    private readonly SegmentMatches _matches;
    private readonly int _segment;
    private readonly HitCollector _collector;
    private readonly int _hits;
    private readonly long[] _occurrences;
    private readonly double[] _scores;

    /// <summary>The first stretch of each hit, and the one behind its last.</summary>
    private readonly int[] _begins;
    private readonly int[] _ends;

    // For one leaf at a time, and the roles met in each hit, of leaves that count.
    private readonly int[] _sums;
    private readonly int[] _frequencies;
    private readonly long[] _met;

    /// <summary>Norms of the hits, and of which norms they are.</summary>
    private readonly double[] _norms;
    private double[]? _normsOf;

    /// <param name="matches">The segment's matches; its hits are few.</param>
    /// <param name="segment">The segment's number.</param>
    /// <param name="collector">Is given the hits at the end.</param>
    public FewHitsTally(SegmentMatches matches, int segment, HitCollector collector)
    {
        (_matches, _segment, _collector) = (matches, segment, collector);
        _hits = matches.HitCount;
        (_begins, _ends) = (Borrow<int>(), Borrow<int>());
        (_sums, _frequencies) = (Borrow<int>(), Borrow<int>());
        (_occurrences, _met) = (Borrow<long>(), Borrow<long>());
        (_scores, _norms) = (Borrow<double>(), Borrow<double>());
        _occurrences.AsSpan(0, _hits).Clear();
        _scores.AsSpan(0, _hits).Clear();
        _met.AsSpan(0, _hits).Clear();
        GatherStretches();
    }

    public override void Count(int leaf, ulong mask, in LeafScore score)
    {
        Walk(leaf, mask, score.TitleWeight, _met.AsSpan(0, _hits), RoleDocuments, RoleOccurrences);
        for (int i = 0; i < _hits; i++)
            _occurrences[i] += _sums[i];
        AddScores(score);
    }

    public override void Pass(int leaf, ulong mask, in LeafScore score)
    {
        long[] met = Borrow<long>();
        Walk(leaf, mask, score.TitleWeight, met.AsSpan(0, _hits), new long[RoleDocuments.Length], new long[RoleDocuments.Length]);
        ArrayPool<long>.Shared.Return(met);
        AddScores(score);
    }

    public override (int Documents, long Occurrences) Collect()
    {
        ReadOnlySpan<int> hits = _matches.FewHits;
        double least = _collector.LeastScore;
        long total = 0;
        for (int i = 0; i < hits.Length; i++)
        {
            total += _occurrences[i];
            if (_scores[i] < least)
                continue;
            _collector.Add(_segment, hits[i], _scores[i], _occurrences[i]);
            least = _collector.LeastScore;
        }

        return (hits.Length, total);
    }

    public override void Dispose()
    {
        foreach (int[] array in (ReadOnlySpan<int[]>)[_begins, _ends, _sums, _frequencies])
            ArrayPool<int>.Shared.Return(array);
        ArrayPool<long>.Shared.Return(_occurrences);
        ArrayPool<long>.Shared.Return(_met);
        ArrayPool<double>.Shared.Return(_scores);
        ArrayPool<double>.Shared.Return(_norms);
    }

    private T[] Borrow<T>() => ArrayPool<T>.Shared.Rent(_hits);

    private void GatherStretches()
    {
        ReadOnlySpan<int> hits = _matches.FewHits;
        ReadOnlySpan<int> firsts = _matches.Places.FirstOfDocument;
        for (int i = 0; i < hits.Length; i++)
        {
            if (i + Fetch.Ahead < hits.Length)
                Fetch.Line(firsts, hits[i + Fetch.Ahead]);
            (_begins[i], _ends[i]) = (firsts[hits[i]], firsts[hits[i] + 1]);
        }
    }

    private void GatherNorms(double[] norms)
    {
        if (norms == _normsOf)
            return;
        _normsOf = norms;
        ReadOnlySpan<int> hits = _matches.FewHits;
        for (int i = 0; i < hits.Length; i++)
        {
            if (i + Fetch.Ahead < hits.Length)
                Fetch.Line<double>(norms, hits[i + Fetch.Ahead]);
            _norms[i] = norms[hits[i]];
        }
    }

    /// <summary>Adds the score of the leaf that was walked last.</summary>
    private void AddScores(in LeafScore score)
    {
        GatherNorms(score.Norms);
        int lanes = Vector512<double>.Count;
        int i = 0;
        for (; i + lanes <= _hits; i += lanes)
        {
            Vector512<double> frequencies = Vector512.ConvertToDouble(Vector512.WidenLower(Vector512.Create(Vector256.Create(_frequencies, i), default)));
            Vector512<double> scores = Vector512.Create(_scores, i);
            scores += score.Weight * Bm25.Saturation(frequencies, Vector512.Create(_norms, i), score.Gain);
            scores.CopyTo(_scores, i);
        }

        for (; i < _hits; i++)
            _scores[i] += score.Weight * Bm25.Saturation(_frequencies[i], _norms[i], score.Gain);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Walk(int leaf, ulong mask, int titleWeight, Span<long> met, long[] documents, long[] occurrences)
    {
        ReadOnlySpan<int> stretches = _matches.Leaves[leaf].Stretches;
        ReadOnlySpan<int> counts = _matches.Leaves[leaf].Counts;
        ReadOnlySpan<byte> places = _matches.Places.Places;
        ReadOnlySpan<int> begins = _begins.AsSpan(0, met.Length);
        ReadOnlySpan<int> ends = _ends.AsSpan(0, met.Length);
        Span<int> sums = _sums.AsSpan(0, met.Length);
        Span<int> frequencies = _frequencies.AsSpan(0, met.Length);
        int at = 0;
        for (int i = 0; i < met.Length; i++)
        {
            // The stretches of a document lie side by side.
            if (i + Fetch.Ahead < begins.Length)
                Fetch.Line(places, begins[i + Fetch.Ahead]);
            int end = ends[i];
            // Of a leaf that was read for the hits alone there is nothing between them.
            if (at < stretches.Length && stretches[at] < begins[i])
                at = Gallop.To(stretches, at, begins[i]);
            int sum = 0;
            int inTitles = 0;
            long seen = met[i];
            for (; at < stretches.Length && stretches[at] < end; at++)
            {
                int place = places[stretches[at]];
                int count = counts[at];
                occurrences[place] += count;
                documents[place] += ~seen >> place & 1;
                seen |= 1L << place;
                count &= -(int)(mask >> place & 1);
                sum += count;
                inTitles += place == RoleMask.Title ? count : 0;
            }

            met[i] = seen;
            sums[i] = sum;
            frequencies[i] = sum + ((titleWeight - 1) * inTitles);
        }
    }
}
