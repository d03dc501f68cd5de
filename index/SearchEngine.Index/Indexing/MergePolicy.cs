namespace SearchEngine.Index.Indexing;

/// <summary>
/// Which segments to merge: as many of like size as the merge factor says, so that a document is written again once for
/// each power of the factor, and the number of segments grows with the logarithm of the index.
/// </summary>
internal sealed class MergePolicy(int factor)
{
    /// <summary>Below this all segments are alike: tiny ones are merged without regard to their size.</summary>
    private const int FloorPositions = 1 << 16;

    /// <summary>A segment with more than this share of deleted documents is written again by itself.</summary>
    private const double MaxDeleted = 0.5;

    /// <summary>
    /// Segments to merge into one next, as a range of consecutive ones (documents keep their order); null when all is
    /// well. Sizes are positions.
    /// </summary>
    public (int Start, int Count)? Find(IReadOnlyList<SegmentSize> sizes)
    {
        for (int i = 0; i < sizes.Count; i++)
        {
            if (sizes[i].Live < sizes[i].Documents * (1 - MaxDeleted))
                return (i, 1);
        }

        for (int start = 0; start + factor <= sizes.Count; start++)
        {
            int tier = TierOf(sizes[start].Positions);
            long total = 0;
            int count = 0;
            // A smaller segment between two larger ones goes with them; a larger one ends the row.
            while (start + count < sizes.Count && TierOf(sizes[start + count].Positions) <= tier)
                total += sizes[start + count++].Positions;
            if (count >= factor && total <= IndexLimits.SegmentPositions)
                return (start, count);
        }

        return null;
    }

    private int TierOf(long positions)
    {
        int tier = 0;
        for (long size = FloorPositions; size < positions; size *= factor)
            tier++;
        return tier;
    }
}
