namespace SearchEngine.Index.Indexing;

/// <summary>
/// Which segments to merge: neighbours, as many as the merge factor says or more, none of which is too great a part of
/// all. So what holds a document grows several times whenever the document is written again, and the number of segments
/// grows with the logarithm of the index, whatever the sizes are.
/// </summary>
/// <param name="factor">At least 2.</param>
internal sealed class MergePolicy(int factor)
{
    /// <summary>Below this all segments are alike: tiny ones are merged without regard to their size.</summary>
    private const int FloorPositions = 1 << 16;

    /// <summary>A segment with more than this share of deleted documents is written again by itself.</summary>
    private const double MaxDeleted = 0.5;

    /// <summary>How many times as great as its greatest source a merged segment is at least. Sources of one size give
    /// the factor; with the factor itself, sizes that differ a little would never do.</summary>
    private double LeastGrowth { get; } = (factor + 1) / 2.0;

    /// <summary>
    /// Segments to merge into one next, as a range of consecutive ones (documents keep their order); null when all is
    /// well. Sizes are positions.
    /// </summary>
    /// <param name="sizes">The segments.</param>
    /// <param name="most">Positions of all that are merged together at most; a greater merge is passed by.</param>
    public (int Start, int Count)? Find(IReadOnlyList<SegmentSize> sizes, long most)
    {
        for (int i = 0; i < sizes.Count; i++)
        {
            if (sizes[i].Live < sizes[i].Documents * (1 - MaxDeleted) && sizes[i].Positions <= most)
                return (i, 1);
        }

        for (int start = 0; start + factor <= sizes.Count; start++)
        {
            if (CountFrom(start, sizes, most) is > 0 and var count)
                return (start, count);
        }

        return null;
    }

    /// <summary>The least number of segments that can be merged with one and begin with it; 0 for none.</summary>
    private int CountFrom(int start, IReadOnlyList<SegmentSize> sizes, long most)
    {
        long all = 0;
        long greatest = 0;
        long positions = 0;
        for (int next = start; next < sizes.Count; next++)
        {
            long size = Math.Max(FloorPositions, sizes[next].Positions);
            (all, greatest, positions) = (all + size, Math.Max(greatest, size), positions + sizes[next].Positions);
            if (positions > most)
                return 0;
            int count = next + 1 - start;
            if (count >= factor && all >= LeastGrowth * greatest)
                return count;
        }

        return 0;
    }
}
