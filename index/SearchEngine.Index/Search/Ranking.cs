using System.Buffers;
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

    /// <summary>Gives every hit to the collector; returns their number and their occurrences.</summary>
    public (int Documents, long Occurrences) Collect(HitCollector collector, ulong mask)
    {
        int documents = 0;
        long total = 0;
        bool isLone = _plan.Root is LeafNode && _plan.Leaves is [{ Counts: true, Scores: true }];
        for (int segment = 0; segment < _segments.Count; segment++)
        {
            (int found, long occurrences) = isLone
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
        Span<int> entries = stackalloc int[2];
        for (int leaf = 0; leaf < _plan.Leaves.Count; leaf++)
        {
            matches.Leaves[leaf].Find([hit.Document], matches.Places, entries);
            Bm25 bm25 = Bm25Of(leaf);
            long frequency = matches.Leaves[leaf].Sum(entries[0], entries[1], mask, bm25.TitleWeight).Frequency;
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
        BitSet hits = matches.Hits;
        if (matches.HasFewHits)
            return CollectFew(segment, collector, mask);
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

    /// <summary>The same for few hits: a sum for each document of the segment would cost more than they do.</summary>
    private (int Documents, long Occurrences) CollectFew(int segment, HitCollector collector, ulong mask)
    {
        SegmentMatches matches = _segments[segment];
        ReadOnlySpan<int> hits = matches.FewHits;
        double[] scores = Borrow<double>(hits.Length);
        long[] occurrences = Borrow<long>(hits.Length);
        for (int leaf = 0; leaf < _weights.Length; leaf++)
        {
            LeafMatches found = matches.Leaves[leaf];
            ReadOnlySpan<int> entries = matches.EntriesOf(leaf);
            bool counts = _plan.Leaves[leaf].Counts;
            double weight = _plan.Leaves[leaf].Scores ? _weights[leaf] : 0;
            double[] norms = _reader.Norms(segment, _plan.Leaves[leaf].Grain);
            (int titleWeight, double gain) = (Bm25Of(leaf).TitleWeight, Bm25Of(leaf).Gain);
            for (int i = 0; i < hits.Length; i++)
            {
                (long sum, long frequency) = found.Sum(entries[2 * i], entries[(2 * i) + 1], mask, titleWeight);
                if (frequency == 0)
                    continue;
                occurrences[i] += counts ? sum : 0;
                scores[i] += weight * Bm25.Saturation(frequency, norms[hits[i]], gain);
            }
        }

        long total = 0;
        for (int i = 0; i < hits.Length; i++)
        {
            total += occurrences[i];
            collector.Add(segment, hits[i], scores[i], occurrences[i]);
        }

        ArrayPool<double>.Shared.Return(scores);
        ArrayPool<long>.Shared.Return(occurrences);
        return (hits.Length, total);
    }

    private void AddLeaf(int segment, int leaf, ulong mask, double[] scores, long[] occurrences)
    {
        SegmentMatches matches = _segments[segment];
        double[] norms = _reader.Norms(segment, _plan.Leaves[leaf].Grain);
        (int titleWeight, double gain) = (Bm25Of(leaf).TitleWeight, Bm25Of(leaf).Gain);
        BitSet hits = matches.Hits;
        bool counts = _plan.Leaves[leaf].Counts;
        double weight = _plan.Leaves[leaf].Scores ? _weights[leaf] : 0;
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
                frequency += place == RoleMask.Title ? titleWeight * count : count;
            }
            while (++i < stretches.Length && ofStretch[stretches[i]] == document);

            if (frequency == 0 || !hits[document])
                continue;
            occurrences[document] += counts ? sum : 0;
            scores[document] += weight * Bm25.Saturation(frequency, norms[document], gain);
        }
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
