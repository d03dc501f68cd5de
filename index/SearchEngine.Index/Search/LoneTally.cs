using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using SearchEngine.Index.Codec;

namespace SearchEngine.Index.Search;

/// <summary>A tally of a query that is one leaf: a hit is finished when its entries end, and so nothing is kept of it.</summary>
/// <param name="matches">The segment's matches.</param>
/// <param name="segment">The segment's number.</param>
/// <param name="collector">Is given the hits while they are walked.</param>
internal sealed class LoneTally(SegmentMatches matches, int segment, HitCollector collector) : HitTally
{
    private int _documents;
    private long _total;

    /// <summary>What is read of an entry was checked when it was decoded.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Count(int leaf, ulong mask, in LeafScore score)
    {
        BitSet hits = matches.Hits;
        ReadOnlySpan<int> entries = matches.Leaves[leaf].Stretches;
        ref int stretches = ref MemoryMarshal.GetReference(entries);
        ref int times = ref MemoryMarshal.GetReference(matches.Leaves[leaf].Counts);
        ref int ofStretch = ref MemoryMarshal.GetReference(matches.Places.Documents);
        ref byte places = ref MemoryMarshal.GetReference(matches.Places.Places);
        ref RoleTally tallies = ref MemoryMarshal.GetArrayDataReference(Roles);
        (double weight, double gain, int titleWeight, double[] norms) = score;
        RoleTally.SetShares(Roles, mask, titleWeight);
        int length = entries.Length;
        int ahead = Fetch.AheadOf(length, matches.Places.Count);
        for (int i = 0; i < length;)
        {
            int stretch = Unsafe.Add(ref stretches, i);
            int document = Unsafe.Add(ref ofStretch, stretch);
            if (i + ahead < length)
                Fetch.Line<double>(norms, Unsafe.Add(ref ofStretch, Unsafe.Add(ref stretches, i + ahead)));
            long isHit = hits[document] ? -1 : 0;
            ulong sum = 0;
            long seen = ~isHit;
            do
            {
                int place = Unsafe.Add(ref places, stretch);
                sum += Unsafe.Add(ref tallies, place).Add(place, Unsafe.Add(ref times, i) & isHit, ref seen);
                if (++i == length)
                    break;
                stretch = Unsafe.Add(ref stretches, i);
            }
            while (Unsafe.Add(ref ofStretch, stretch) == document);

            if (isHit == 0)
                continue;
            (long frequency, long occurrences) = ((long)(sum >> 32), (uint)sum);
            double norm = norms[document];
            _documents++;
            _total += occurrences;
            if (!collector.IsBeaten(weight, frequency, norm, gain))
                collector.Add(segment, document, frequency > 0 ? weight * Bm25.Saturation(frequency, norm, gain) : 0, occurrences);
        }
    }

    public override void Pass(int leaf, ulong mask, in LeafScore score) =>
        throw new InvalidOperationException("The only leaf of a query counts.");

    public override (int Documents, long Occurrences) Collect() => (_documents, _total);

    public override void Dispose()
    {
    }
}
