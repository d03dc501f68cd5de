using System.Buffers;
using System.Runtime.CompilerServices;
using SearchEngine.Index.Codec;

namespace SearchEngine.Index.Search;

/// <summary>
/// What a query has in each of a segment's hits, where these are few: occurrences, score and roles. Each leaf's entries are
/// walked once for all three. Memory is borrowed until <see cref="Dispose"/>.
/// </summary>
internal sealed class HitTally : IDisposable
{
    private readonly SegmentMatches _matches;
    private readonly int _hits;
    private readonly long[] _occurrences;
    private readonly double[] _scores;

    // For one leaf at a time, and the roles met in each hit, of leaves that count.
    private readonly long[] _sums;
    private readonly long[] _frequencies;
    private readonly long[] _met;

    /// <param name="matches">The segment's matches; its hits are few.</param>
    public HitTally(SegmentMatches matches)
    {
        _matches = matches;
        _hits = matches.HitCount;
        _occurrences = ArrayPool<long>.Shared.Rent(_hits);
        _scores = ArrayPool<double>.Shared.Rent(_hits);
        _sums = ArrayPool<long>.Shared.Rent(_hits);
        _frequencies = ArrayPool<long>.Shared.Rent(_hits);
        _met = ArrayPool<long>.Shared.Rent(_hits);
        _occurrences.AsSpan(0, _hits).Clear();
        _scores.AsSpan(0, _hits).Clear();
        _met.AsSpan(0, _hits).Clear();
    }

    /// <summary>Hits with an occurrence of a leaf that counts, by role; titles in the place behind.</summary>
    public long[] RoleDocuments { get; } = new long[IndexLimits.Roles + 1];

    /// <summary>Occurrences of leaves that count, by role; titles in the place behind.</summary>
    public long[] RoleOccurrences { get; } = new long[IndexLimits.Roles + 1];

    /// <summary>Occurrences in each hit, of leaves that count.</summary>
    public ReadOnlySpan<long> Occurrences => _occurrences.AsSpan(0, _hits);

    /// <summary>The score of each hit.</summary>
    public ReadOnlySpan<double> Scores => _scores.AsSpan(0, _hits);

    /// <summary>Adds a leaf whose occurrences count.</summary>
    /// <param name="leaf">Its number.</param>
    /// <param name="mask">Roles whose occurrences count for hits; the counts by role are of all.</param>
    /// <param name="titleWeight">How often the score counts an occurrence in a title.</param>
    public void Count(int leaf, ulong mask, int titleWeight)
    {
        Walk(leaf, mask, titleWeight, _met.AsSpan(0, _hits), RoleDocuments, RoleOccurrences);
        for (int i = 0; i < _hits; i++)
            _occurrences[i] += _sums[i];
    }

    /// <summary>The same for a leaf that only scores.</summary>
    public void Pass(int leaf, ulong mask, int titleWeight)
    {
        long[] met = ArrayPool<long>.Shared.Rent(_hits);
        Walk(leaf, mask, titleWeight, met.AsSpan(0, _hits), new long[RoleDocuments.Length], new long[RoleDocuments.Length]);
        ArrayPool<long>.Shared.Return(met);
    }

    /// <summary>Adds the score of the leaf that was added last.</summary>
    public void Score(double weight, double gain, double[] norms)
    {
        ReadOnlySpan<int> hits = _matches.FewHits;
        for (int i = 0; i < hits.Length; i++)
        {
            if (i + Fetch.Ahead < hits.Length)
                Fetch.Line<double>(norms, hits[i + Fetch.Ahead]);
            _scores[i] += weight * Bm25.Saturation(_frequencies[i], norms[hits[i]], gain);
        }
    }

    public void Dispose()
    {
        ArrayPool<long>.Shared.Return(_occurrences);
        ArrayPool<double>.Shared.Return(_scores);
        ArrayPool<long>.Shared.Return(_sums);
        ArrayPool<long>.Shared.Return(_frequencies);
        ArrayPool<long>.Shared.Return(_met);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Walk(int leaf, ulong mask, int titleWeight, Span<long> met, long[] documents, long[] occurrences)
    {
        ReadOnlySpan<int> hits = _matches.FewHits;
        ReadOnlySpan<int> stretches = _matches.Leaves[leaf].Stretches;
        ReadOnlySpan<int> counts = _matches.Leaves[leaf].Counts;
        ReadOnlySpan<int> firsts = _matches.Places.FirstOfDocument;
        ReadOnlySpan<byte> places = _matches.Places.Places;
        Span<long> sums = _sums.AsSpan(0, hits.Length);
        Span<long> frequencies = _frequencies.AsSpan(0, hits.Length);
        int at = 0;
        for (int i = 0; i < hits.Length; i++)
        {
            if (i + Fetch.Ahead < hits.Length)
                Fetch.Line(firsts, hits[i + Fetch.Ahead]);
            if (at + Fetch.Ahead < stretches.Length)
                Fetch.Line(places, stretches[at + Fetch.Ahead]);
            int end = firsts[hits[i] + 1];
            int begin = firsts[hits[i]];
            // Of a leaf that was read for the hits alone there is nothing between them.
            if (at < stretches.Length && stretches[at] < begin)
                at = Gallop.To(stretches, at, begin);
            long sum = 0;
            long inTitles = 0;
            long seen = met[i];
            for (; at < stretches.Length && stretches[at] < end; at++)
            {
                int place = places[stretches[at]];
                long count = counts[at];
                occurrences[place] += count;
                documents[place] += ~seen >> place & 1;
                seen |= 1L << place;
                count &= -(long)(mask >> place & 1);
                sum += count;
                inTitles += place == RoleMask.Title ? count : 0;
            }

            met[i] = seen;
            sums[i] = sum;
            frequencies[i] = sum + ((titleWeight - 1) * inTitles);
        }
    }
}
