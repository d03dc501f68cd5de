using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using SearchEngine.Index.Codec;

namespace SearchEngine.Index.Search;

/// <summary>A tally of so many hits that there is a row for every document of the segment.</summary>
internal sealed class ManyHitsTally : HitTally
{
    private readonly SegmentMatches _matches;
    private readonly int _segment;
    private readonly HitCollector _collector;
    private readonly Row[] _rows;

    /// <param name="matches">The segment's matches.</param>
    /// <param name="segment">The segment's number.</param>
    /// <param name="collector">Is given the hits at the end.</param>
    public ManyHitsTally(SegmentMatches matches, int segment, HitCollector collector)
    {
        (_matches, _segment, _collector) = (matches, segment, collector);
        int documents = matches.Segment.Live.Documents;
        _rows = ArrayPool<Row>.Shared.Rent(documents);
        _rows.AsSpan(0, documents).Clear();
    }

    public override void Count(int leaf, ulong mask, in LeafScore score) =>
        Walk(leaf, mask, score, Roles, counts: true);

    public override void Pass(int leaf, ulong mask, in LeafScore score) =>
        Walk(leaf, mask, score, RoleTally.ForAll(), counts: false);

    public override (int Documents, long Occurrences) Collect()
    {
        ReadOnlySpan<ulong> words = _matches.Hits.Words;
        double least = _collector.LeastScore;
        long total = 0;
        for (int word = 0; word < words.Length; word++)
        {
            int first = word * BitSet.WordBits;
            for (ulong bits = words[word]; bits != 0; bits &= bits - 1)
            {
                int document = first + BitOperations.TrailingZeroCount(bits);
                ref readonly Row row = ref _rows[document];
                total += row.Occurrences;
                if (row.Score < least)
                    continue;
                _collector.Add(_segment, document, row.Score, row.Occurrences);
                least = _collector.LeastScore;
            }
        }

        return (_matches.HitCount, total);
    }

    public override void Dispose() => ArrayPool<Row>.Shared.Return(_rows);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Walk(int leaf, ulong mask, in LeafScore score, RoleTally[] roles, bool counts)
    {
        BitSet hits = _matches.Hits;
        ReadOnlySpan<int> ofStretch = _matches.Places.Documents;
        ReadOnlySpan<byte> places = _matches.Places.Places;
        ReadOnlySpan<int> stretches = _matches.Leaves[leaf].Stretches;
        ReadOnlySpan<int> found = _matches.Leaves[leaf].Counts;
        Span<Row> rows = _rows;
        (double weight, double gain, int titleWeight, double[] norms) = score;
        RoleTally.SetShares(roles, mask, titleWeight);
        int ahead = Fetch.AheadOf(stretches.Length, places.Length);
        for (int i = 0; i < stretches.Length;)
        {
            int document = ofStretch[stretches[i]];
            if (i + ahead < stretches.Length)
                Fetch.Line(places, stretches[i + ahead]);
            ref Row row = ref rows[document];
            bool isHit = hits[document];
            ulong sum = 0;
            long miss = isHit ? 0 : -1;
            long seen = (counts ? row.Met : 0) | miss;
            do
            {
                int place = places[stretches[i]];
                sum += roles[place].Add(place, found[i] & ~miss, ref seen);
            }
            while (++i < stretches.Length && ofStretch[stretches[i]] == document);

            long frequency = (long)(sum >> 32);
            if (counts)
                (row.Met, row.Occurrences) = (seen, row.Occurrences + (uint)sum);
            if (frequency > 0)
                row.Score += weight * Bm25.Saturation(frequency, norms[document], gain);
        }
    }

    /// <summary>What is found of a document.</summary>
    private struct Row
    {
        public double Score;
        public long Occurrences;

        /// <summary>Roles of the occurrences of leaves that count.</summary>
        public long Met;
    }
}
