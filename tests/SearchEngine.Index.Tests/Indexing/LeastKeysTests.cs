using SearchEngine.Index.Indexing;
using SearchEngine.TestKit;

namespace SearchEngine.Index.Tests.Indexing;

/// <summary>The least key of a merge's sources and its holders, against looking at each of them.</summary>
public sealed class LeastKeysTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(110)]
    public void Finds_the_least_key_and_all_that_have_it(int sources)
    {
        RandomSeed seed = RandomSeed.Next();
        Random random = seed.Create();
        // Few keys, so that many sources have the same; great ones too, which signed numbers would take for small.
        Queue<ulong>[] rests = [.. Enumerable.Range(0, sources).Select(_ => new Queue<ulong>(
            Enumerable.Range(0, 30).Where(_ => random.Next(3) == 0).Select(key => (ulong)key << (random.Next(2) * 59)).Distinct().Order()))];
        LeastKeys keys = new(sources);
        for (int source = 0; source < sources; source++)
            keys.Set(source, rests[source].TryPeek(out ulong first) ? first : ulong.MaxValue);

        while (rests.Any(rest => rest.Count > 0))
        {
            ulong expected = rests.Where(rest => rest.Count > 0).Min(rest => rest.Peek());

            Assert.True(keys.Find(out ulong key), seed.Replay);
            Assert.Equal(expected, key);
            int[] holders = keys.Holders.ToArray();
            Assert.Equal(Enumerable.Range(0, sources).Where(source => rests[source].TryPeek(out ulong next) && next == key), holders);
            foreach (int source in holders)
            {
                rests[source].Dequeue();
                keys.Set(source, rests[source].TryPeek(out ulong next) ? next : ulong.MaxValue);
            }
        }

        Assert.False(keys.Find(out _), seed.Replay);
    }
}
