using SearchEngine.Index.Codec;
using SearchEngine.TestKit;

namespace SearchEngine.Index.Tests.Codec;

public sealed class GainQueueTests
{
    [Fact]
    public void Gives_the_greatest_in_the_order_of_a_stable_sort()
    {
        RandomSeed seed = RandomSeed.Next();
        Random random = seed.Create();
        GainQueue queue = new();
        for (int round = 0; round < 100; round++)
        {
            // Gains beyond the last bucket too, and many equal ones.
            uint[] gains = [.. Enumerable.Range(0, random.Next(500)).Select(_ => (uint)(round % 2 == 0 && random.Next(4) == 0 ? random.Next(65_530, 65_545) : random.Next(20)))];
            int count = random.Next(1, 400);
            queue.Clear();
            for (int i = 0; i < gains.Length; i++)
                queue.Add(gains[i], (uint)i);

            uint[] greatest = queue.Greatest(count).ToArray();

            Assert.True(greatest.Length >= Math.Min(count, gains.Length), seed.Replay);
            Assert.Equal(Enumerable.Range(0, gains.Length).OrderByDescending(i => gains[i]).Take(greatest.Length).Select(i => (uint)i), greatest);
        }
    }
}
