using SearchEngine.Index.Query;
using SearchEngine.Index.Reading;

namespace SearchEngine.Index.Search;

/// <summary>Scores the documents that match query and filters.</summary>
internal sealed class Ranking
{
    private readonly QueryPlan _plan;
    private readonly IReadOnlyList<SegmentMatches> _segments;
    private readonly Bm25 _bm25;
    private readonly long[] _documentFrequencies;
    private readonly double[] _idfs;

    public Ranking(IndexReader reader, QueryPlan plan, IReadOnlyList<SegmentMatches> segments)
    {
        _plan = plan;
        _segments = segments;
        _bm25 = new Bm25(reader.DocumentCount, (double)reader.TotalLength / Math.Max(1, reader.DocumentCount));
        _documentFrequencies =
            [.. plan.Leaves.Select((_, leaf) => segments.Sum(segment => (long)segment.Leaves[leaf].Documents))];
        _idfs = [.. _documentFrequencies.Select(_bm25.Idf)];
    }

    /// <summary>Gives every hit to the collector; returns their number and their occurrences.</summary>
    public (int Documents, long Occurrences) Collect(HitCollector collector, ulong mask)
    {
        int documents = 0;
        long total = 0;
        for (int segment = 0; segment < _segments.Count; segment++)
        {
            SegmentMatches matches = _segments[segment];
            BitSet hits = matches.Restricted.Copy().And(matches.Universe());
            LeafMatches.Cursor[] cursors = [.. matches.Leaves.Select(leaf => new LeafMatches.Cursor(leaf))];
            ReadOnlySpan<uint> lengths = matches.Segment.Reader.Lengths;
            for (int document = hits.Next(0); document >= 0; document = hits.Next(document + 1))
            {
                double score = 0;
                long occurrences = 0;
                for (int leaf = 0; leaf < cursors.Length; leaf++)
                {
                    (long found, long frequency) = cursors[leaf].Take(document, mask);
                    occurrences += _plan.Leaves[leaf].Counts ? found : 0;
                    if (frequency > 0 && _plan.Leaves[leaf].Scores)
                        score += _idfs[leaf] * _bm25.Saturation(frequency, lengths[document]);
                }

                documents++;
                total += occurrences;
                collector.Add(segment, document, score, occurrences);
            }
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
            long frequency = new LeafMatches.Cursor(matches.Leaves[leaf]).Take(hit.Document, mask).Frequency;
            if (frequency > 0 && _plan.Leaves[leaf].Scores)
                parts.Add(_bm25.Explain(_plan.Leaves[leaf].Text, _documentFrequencies[leaf], frequency, length));
        }

        return new Explanation(parts.Sum(part => part.Value), "各短语得分之和", parts);
    }
}
