using System.Buffers;
using SearchEngine.Index.Codec;
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

    /// <summary>
    /// Walks the leaves through a segment's hits, if the query is more than one leaf and the hits are few. To be called
    /// before counts by role are asked for, and with the mask of <see cref="Collect"/>.
    /// </summary>
    public void Tally(int segment, ulong mask)
    {
        SegmentMatches matches = _segments[segment];
        if (IsLone || !matches.HasFewHits)
            return;
        HitTally tally = matches.Tally = new HitTally(matches);
        for (int leaf = 0; leaf < _weights.Length; leaf++)
        {
            if (_plan.Leaves[leaf].Counts)
                tally.Count(leaf, mask, ScoreOf(segment, leaf));
            else
                tally.Pass(leaf, mask, ScoreOf(segment, leaf));
        }
    }

    /// <summary>Gives every hit to the collector; returns their number and their occurrences.</summary>
    public (int Documents, long Occurrences) Collect(HitCollector collector, ulong mask)
    {
        int documents = 0;
        long total = 0;
        for (int segment = 0; segment < _segments.Count; segment++)
        {
            (int found, long occurrences) = IsLone
                ? CollectLone(segment, collector, mask)
                : CollectTree(segment, collector, mask);
            documents += found;
            total += occurrences;
        }

        return (documents, total);
    }

    /// <summary>The sum that <see cref="Collect"/> made of a hit.</summary>
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

    /// <summary>One leaf is the whole query: its entries are walked once.</summary>
    private (int Documents, long Occurrences) CollectLone(int segment, HitCollector collector, ulong mask)
    {
        SegmentMatches matches = _segments[segment];
        double[] norms = _reader.Norms(segment, Grain.Phrase);
        BitSet hits = matches.Hits;
        ReadOnlySpan<int> ofStretch = matches.Places.Documents;
        ReadOnlySpan<byte> places = matches.Places.Places;
        ReadOnlySpan<int> stretches = matches.Leaves[0].Stretches;
        ReadOnlySpan<int> counts = matches.Leaves[0].Counts;
        double idf = _weights[0];
        int ahead = Fetch.AheadOf(stretches.Length, ofStretch.Length);
        int documents = 0;
        long total = 0;
        for (int i = 0; i < stretches.Length;)
        {
            int document = ofStretch[stretches[i]];
            long occurrences = 0;
            long frequency = 0;
            do
            {
                byte place = places[stretches[i]];
                long count = (mask >> place & 1) != 0 ? counts[i] : 0;
                occurrences += count;
                frequency += place == RoleMask.Title ? Bm25Parameters.PhraseTitle * count : count;
            }
            while (++i < stretches.Length && ofStretch[stretches[i]] == document);

            if (i + ahead < stretches.Length)
                Fetch.Line<double>(norms, ofStretch[stretches[i + ahead]]);
            if (!hits[document])
                continue;
            documents++;
            total += occurrences;
            double norm = norms[document];
            if (!collector.IsBeaten(idf, frequency, norm))
                collector.Add(segment, document, frequency > 0 ? idf * Bm25.Saturation(frequency, norm, Bm25.PhraseGain) : 0, occurrences);
        }

        return (documents, total);
    }

    /// <summary>Leaf by leaf, each walked once: scores and occurrences are summed by document.</summary>
    private (int Documents, long Occurrences) CollectTree(int segment, HitCollector collector, ulong mask)
    {
        SegmentMatches matches = _segments[segment];
        if (matches.Tally is { } tally)
            return CollectFew(segment, tally, matches.FewHits, collector);
        BitSet hits = matches.Hits;
        double[] scores = Borrow<double>(matches.Segment.Live.Documents);
        long[] occurrences = Borrow<long>(matches.Segment.Live.Documents);
        for (int leaf = 0; leaf < _weights.Length; leaf++)
            AddLeaf(segment, leaf, mask, scores, occurrences);
        int documents = 0;
        long total = 0;
        for (int document = hits.Next(0); document >= 0; document = hits.Next(document + 1))
        {
            documents++;
            total += occurrences[document];
            collector.Add(segment, document, scores[document], occurrences[document]);
        }

        ArrayPool<double>.Shared.Return(scores);
        ArrayPool<long>.Shared.Return(occurrences);
        return (documents, total);
    }

    /// <summary>The same for few hits, which are tallied: a sum for each document of the segment would cost more than they
    /// do.</summary>
    private static (int Documents, long Occurrences) CollectFew(
        int segment, HitTally tally, ReadOnlySpan<int> hits, HitCollector collector)
    {
        ReadOnlySpan<long> occurrences = tally.Occurrences;
        ReadOnlySpan<double> scores = tally.Scores;
        double least = collector.LeastScore;
        long total = 0;
        for (int i = 0; i < hits.Length; i++)
        {
            total += occurrences[i];
            if (scores[i] < least)
                continue;
            collector.Add(segment, hits[i], scores[i], occurrences[i]);
            least = collector.LeastScore;
        }

        return (hits.Length, total);
    }

    private void AddLeaf(int segment, int leaf, ulong mask, double[] scores, long[] occurrences)
    {
        SegmentMatches matches = _segments[segment];
        LeafScore score = ScoreOf(segment, leaf);
        BitSet hits = matches.Hits;
        bool counts = _plan.Leaves[leaf].Counts;
        ReadOnlySpan<int> ofStretch = matches.Places.Documents;
        ReadOnlySpan<byte> places = matches.Places.Places;
        ReadOnlySpan<int> stretches = matches.Leaves[leaf].Stretches;
        ReadOnlySpan<int> found = matches.Leaves[leaf].Counts;
        for (int i = 0; i < stretches.Length;)
        {
            int document = ofStretch[stretches[i]];
            long sum = 0;
            long frequency = 0;
            do
            {
                byte place = places[stretches[i]];
                long count = (mask >> place & 1) != 0 ? found[i] : 0;
                sum += count;
                frequency += place == RoleMask.Title ? score.TitleWeight * count : count;
            }
            while (++i < stretches.Length && ofStretch[stretches[i]] == document);

            if (frequency == 0 || !hits[document])
                continue;
            occurrences[document] += counts ? sum : 0;
            scores[document] += score.Weight * Bm25.Saturation(frequency, score.Norms[document], score.Gain);
        }
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

    private static T[] Borrow<T>(int length)
    {
        T[] array = ArrayPool<T>.Shared.Rent(length);
        array.AsSpan(0, length).Clear();
        return array;
    }

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
