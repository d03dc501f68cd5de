using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using SearchEngine.Index.Codec;

namespace SearchEngine.Index.Search;

/// <summary>
/// A tally of few hits, one by one. What the tables of the segment say of a hit lies far from what they say of the next
/// one, so it is gathered once for all leaves.
/// </summary>
internal sealed class FewHitsTally : HitTally
{
    private readonly SegmentMatches _matches;
    private readonly int _segment;
    private readonly HitCollector _collector;
    private readonly int _hits;
    private readonly Hit[] _rows;
    private readonly long[] _occurrences;
    private readonly double[] _scores;

    /// <summary>What the leaf that was walked last has in each hit, as <see cref="RoleTally.Share"/> says.</summary>
    private readonly ulong[] _found;

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
        _rows = ArrayPool<Hit>.Shared.Rent(_hits + Fetch.Ahead);
        (_occurrences, _found) = (Borrow<long>(), Borrow<ulong>());
        (_scores, _norms) = (Borrow<double>(), Borrow<double>());
        _occurrences.AsSpan(0, _hits).Clear();
        _scores.AsSpan(0, _hits).Clear();
        GatherStretches();
    }

    public override void Count(int leaf, ulong mask, in LeafScore score)
    {
        Walk(leaf, mask, score.TitleWeight, Roles, counts: true);
        AddFound(score, counted: uint.MaxValue);
    }

    public override void Pass(int leaf, ulong mask, in LeafScore score)
    {
        Walk(leaf, mask, score.TitleWeight, RoleTally.ForAll(), counts: false);
        AddFound(score, counted: 0);
    }

    public override (int Documents, long Occurrences) Collect()
    {
        ReadOnlySpan<int> hits = _matches.FewHits;
        double least = _collector.LeastScore;
        long total = 0;
        foreach (long occurrences in _occurrences.AsSpan(0, hits.Length))
            total += occurrences;
        int lanes = Vector512<double>.Count;
        for (int first = 0; first < hits.Length; first += lanes)
        {
            int end = Math.Min(first + lanes, hits.Length);
            // Of most rows none is good enough.
            if (end - first == lanes && Vector512.LessThanAll(Vector512.Create(_scores, first), Vector512.Create(least)))
                continue;
            for (int i = first; i < end; i++)
            {
                if (_scores[i] < least)
                    continue;
                _collector.Add(_segment, hits[i], _scores[i], _occurrences[i]);
                least = _collector.LeastScore;
            }
        }

        return (hits.Length, total);
    }

    public override void Dispose()
    {
        ArrayPool<Hit>.Shared.Return(_rows);
        ArrayPool<long>.Shared.Return(_occurrences);
        ArrayPool<ulong>.Shared.Return(_found);
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
            _rows[i] = new Hit { Begin = firsts[hits[i]], End = firsts[hits[i] + 1] };
        }

        // Memory is fetched ahead of the last hits too.
        _rows.AsSpan(_hits, Fetch.Ahead).Clear();
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

    /// <summary>Adds score and occurrences of the leaf that was walked last.</summary>
    /// <param name="score">How it scores.</param>
    /// <param name="counted">The bits of its occurrences that count: all or none.</param>
    private void AddFound(in LeafScore score, uint counted)
    {
        GatherNorms(score.Norms);
        int lanes = Vector512<double>.Count;
        int i = 0;
        for (; i + lanes <= _hits; i += lanes)
        {
            Vector512<ulong> found = Vector512.Create(_found, i);
            (Vector512.Create(_occurrences, i) + (found & Vector512.Create((ulong)counted)).AsInt64()).CopyTo(_occurrences, i);
            Vector512<double> frequencies = Vector512.ConvertToDouble(found >> 32);
            Vector512<double> scores = Vector512.Create(_scores, i);
            scores += score.Weight * Bm25.Saturation(frequencies, Vector512.Create(_norms, i), score.Gain);
            scores.CopyTo(_scores, i);
        }

        for (; i < _hits; i++)
        {
            _occurrences[i] += (uint)_found[i] & counted;
            _scores[i] += score.Weight * Bm25.Saturation((long)(_found[i] >> 32), _norms[i], score.Gain);
        }
    }

    /// <summary>Looks the hits up in a leaf's entries. What is read of an entry was checked when it was decoded.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Walk(int leaf, ulong mask, int titleWeight, RoleTally[] roles, bool counts)
    {
        RoleTally.SetShares(roles, mask, titleWeight);
        ReadOnlySpan<int> entries = _matches.Leaves[leaf].Stretches;
        ref int stretches = ref MemoryMarshal.GetReference(entries);
        ref int times = ref MemoryMarshal.GetReference(_matches.Leaves[leaf].Counts);
        ref byte places = ref MemoryMarshal.GetReference(_matches.Places.Places);
        ref RoleTally tallies = ref MemoryMarshal.GetArrayDataReference(roles);
        ref ulong sums = ref MemoryMarshal.GetArrayDataReference(_found);
        ref Hit hit = ref MemoryMarshal.GetArrayDataReference(_rows);
        ref Hit last = ref Unsafe.Add(ref hit, _hits);
        int length = entries.Length;
        int at = 0;
        for (; Unsafe.IsAddressLessThan(ref hit, ref last); hit = ref Unsafe.Add(ref hit, 1))
        {
            // The stretches of a document lie side by side.
            Fetch.Line(ref places, Unsafe.Add(ref hit, Fetch.Ahead).Begin);
            // Of a leaf that was read for the hits alone there is nothing between them.
            if (at < length && Unsafe.Add(ref stretches, at) < hit.Begin)
                at = Gallop.To(entries, at, hit.Begin);
            ulong sum = 0;
            int end = hit.End;
            long seen = hit.Met;
            for (; at < length && Unsafe.Add(ref stretches, at) < end; at++)
            {
                int place = Unsafe.Add(ref places, Unsafe.Add(ref stretches, at));
                sum += Unsafe.Add(ref tallies, place).Add(place, Unsafe.Add(ref times, at), ref seen);
            }

            sums = sum;
            sums = ref Unsafe.Add(ref sums, 1);
            if (counts)
                hit.Met = seen;
        }
    }

    /// <summary>A hit: its first stretch, the one behind its last, and the roles met in it of leaves that count.</summary>
    private struct Hit
    {
        public int Begin;
        public int End;
        public long Met;
    }
}
