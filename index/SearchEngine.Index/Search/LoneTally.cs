using System.Runtime.CompilerServices;
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

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Count(int leaf, ulong mask, in LeafScore score)
    {
        BitSet hits = matches.Hits;
        ReadOnlySpan<int> ofStretch = matches.Places.Documents;
        ReadOnlySpan<byte> places = matches.Places.Places;
        ReadOnlySpan<int> stretches = matches.Leaves[leaf].Stretches;
        ReadOnlySpan<int> counts = matches.Leaves[leaf].Counts;
        (double weight, double gain, int titleWeight, double[] norms) = score;
        (long[] roleDocuments, long[] roleOccurrences) = (RoleDocuments, RoleOccurrences);
        int ahead = Fetch.AheadOf(stretches.Length, ofStretch.Length);
        for (int i = 0; i < stretches.Length;)
        {
            int document = ofStretch[stretches[i]];
            if (i + ahead < stretches.Length)
                Fetch.Line<double>(norms, ofStretch[stretches[i + ahead]]);
            long isHit = hits[document] ? -1 : 0;
            long occurrences = 0;
            long inTitles = 0;
            long seen = ~isHit;
            do
            {
                int place = places[stretches[i]];
                long count = counts[i] & isHit;
                roleOccurrences[place] += count;
                roleDocuments[place] += ~seen >> place & 1;
                seen |= 1L << place;
                count &= -(long)(mask >> place & 1);
                occurrences += count;
                inTitles += place == RoleMask.Title ? count : 0;
            }
            while (++i < stretches.Length && ofStretch[stretches[i]] == document);

            if (isHit == 0)
                continue;
            long frequency = occurrences + ((titleWeight - 1) * inTitles);
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
