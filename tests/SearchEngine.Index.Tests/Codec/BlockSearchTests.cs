using SearchEngine.Index.Codec;
using SearchEngine.TestKit;

namespace SearchEngine.Index.Tests.Codec;

public sealed class BlockSearchTests
{
    [Fact]
    public void Keeps_the_candidates_that_stand_in_the_block()
    {
        RandomSeed seed = RandomSeed.Next();
        Random random = seed.Create();
        for (int round = 0; round < 5_000; round++)
        {
            int length = random.Next(3) == 0 ? random.Next(PackedBlock.Size) : PackedBlock.Size;
            int span = 1 << random.Next(8, 20);
            int shift = random.Next(30);
            int[] block = Ascending(random, length, span);
            int[] padded = [.. block, .. Enumerable.Repeat(int.MaxValue, PackedBlock.Size + BlockSearch.Lanes - block.Length)];
            // Some before the block, some behind it, about half in it.
            int[] candidates = Ascending(random, random.Next(200), 2 * span);
            int[] wanted = [.. candidates.Union(block.Where(_ => random.Next(2) == 0).Select(p => p - shift)).Order()];
            int before = random.Next(wanted.Length + 1);
            int kept = random.Next(before + 1);
            int[] work = [.. wanted];

            int total = BlockSearch.Keep(work, wanted.Length - before, shift, padded, kept);

            int[] expected = [.. wanted.Skip(before).Where(candidate => block.Contains(candidate + shift))];
            Assert.True(expected.AsSpan().SequenceEqual(work.AsSpan(kept, total - kept)), $"round {round}; {seed}");
        }
    }

    private static int[] Ascending(Random random, int count, int span) =>
        [.. Enumerable.Range(0, count).Select(_ => random.Next(span)).Distinct().Order()];
}
