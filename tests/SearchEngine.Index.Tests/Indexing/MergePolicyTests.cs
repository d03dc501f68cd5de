using SearchEngine.Index.Indexing;
using SearchEngine.TestKit;

namespace SearchEngine.Index.Tests.Indexing;

/// <summary>What the policy promises: few rewritings of a document, and few segments.</summary>
public sealed class MergePolicyTests
{
    private const int Flushed = 4_000_000;

    [Theory]
    [InlineData(2)]
    [InlineData(8)]
    public void What_holds_a_document_grows_whenever_it_is_written_again(int factor)
    {
        // As many as one segment holds.
        int flushes = IndexLimits.SegmentPositions / Flushed;

        (long written, List<SegmentSize> segments) = Merge(factor, [.. Enumerable.Repeat((long)Flushed, flushes)]);

        double most = Math.Log(flushes, (factor + 1) / 2.0);
        Assert.InRange(written, 1, most * flushes * Flushed);
        Assert.InRange(segments.Count, 1, (int)(factor * most));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(8)]
    public void Flushes_of_any_size_are_written_few_times_and_leave_few_segments(int factor)
    {
        RandomSeed seed = RandomSeed.Next();
        Random random = seed.Create();
        for (int row = 0; row < 200; row++)
        {
            // Commits and snapshots make small segments between full ones.
            int spread = random.Next(1, 8);
            long[] sizes = [.. Enumerable.Range(0, 300).Select(_ => (long)((1 << 16) * Math.Pow(2, random.NextDouble() * spread)))];

            (long written, List<SegmentSize> segments) = Merge(factor, sizes);

            double most = Math.Log(sizes.Sum() / (double)sizes.Min(), (factor + 1) / 2.0);
            Assert.True(written <= most * sizes.Sum(), $"{written} of {sizes.Sum()}; {seed.Replay}");
            Assert.True(segments.Count <= 8 * factor, $"{segments.Count} segments; {seed.Replay}");
            Assert.Equal(sizes.Sum(), segments.Sum(segment => segment.Positions));
        }
    }

    [Fact]
    public void A_segment_of_which_most_is_deleted_is_written_again_alone()
    {
        SegmentSize[] sizes = [new(Flushed, 100, 100), new(Flushed, 100, 49), new(Flushed, 100, 100)];

        Assert.Equal((1, 1), new MergePolicy(8).Find(sizes, IndexLimits.SegmentPositions));
    }

    [Fact]
    public void A_merge_that_is_too_great_does_not_keep_smaller_ones_behind_it_waiting()
    {
        SegmentSize[] sizes = [new(10 * Flushed, 1, 1), new(10 * Flushed, 1, 1), new(Flushed, 1, 1), new(Flushed, 1, 1)];

        Assert.Equal((0, 2), new MergePolicy(2).Find(sizes, IndexLimits.SegmentPositions));
        Assert.Equal((2, 2), new MergePolicy(2).Find(sizes, 10 * Flushed));
    }

    [Fact]
    public void What_is_more_than_a_segment_holds_is_not_merged()
    {
        const long Half = (IndexLimits.SegmentPositions / 2) + 1;

        Assert.Null(new MergePolicy(2).Find([new(Half, 1, 1), new(Half, 1, 1)], IndexLimits.SegmentPositions));
    }

    /// <summary>Adds flushes one after another and does all merges that are due after each; returns what merging wrote and
    /// what is left.</summary>
    private static (long Written, List<SegmentSize> Segments) Merge(int factor, long[] flushes)
    {
        MergePolicy policy = new(factor);
        List<SegmentSize> segments = [];
        long written = 0;
        foreach (long positions in flushes)
        {
            segments.Add(new SegmentSize(positions, 1, 1));
            while (policy.Find(segments, IndexLimits.SegmentPositions) is var (start, count))
            {
                long merged = segments.GetRange(start, count).Sum(segment => segment.Positions);
                written += merged;
                segments.RemoveRange(start, count);
                segments.Insert(start, new SegmentSize(merged, 1, 1));
            }
        }

        return (written, segments);
    }
}
