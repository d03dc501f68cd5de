using SearchEngine.Index.Search;
using SearchEngine.TestKit;

namespace SearchEngine.Index.Tests.Search;

/// <summary>Sets of documents, whose words are joined eight at a time, against sets of numbers.</summary>
public sealed class BitSetTests
{
    [Fact]
    public void Joins_and_lists_as_sets_of_numbers_do()
    {
        RandomSeed seed = RandomSeed.Next();
        Random random = seed.Create();
        for (int round = 0; round < 2_000; round++)
        {
            int size = random.Next(1, 2_000);
            HashSet<int> left = Members(random, size);
            HashSet<int> right = Members(random, size);

            AssertHolds(left.Intersect(right), SetOf(left, size).And(SetOf(right, size)));
            AssertHolds(left.Intersect(right), SetOf(left, size).And(SetOf(right, size).Words));
            AssertHolds(left.Union(right), SetOf(left, size).Or(SetOf(right, size)));
            AssertHolds(Enumerable.Range(0, size).Except(left), SetOf(left, size).Invert());
            AssertHolds(Enumerable.Range(0, size), BitSet.Full(size));
        }

        void AssertHolds(IEnumerable<int> members, BitSet set)
        {
            int[] expected = [.. members.Order()];
            int[] listed = new int[expected.Length + BitSet.CopySlack];
            set.CopyTo(listed);
            Assert.True(expected.AsSpan().SequenceEqual(listed.AsSpan(0, expected.Length)), $"{seed}");
            Assert.Equal(expected.Length, set.Count);
        }
    }

    private static HashSet<int> Members(Random random, int size)
    {
        // From nearly none to nearly all, so that words are empty, full, and between.
        double share = random.NextDouble();
        return [.. Enumerable.Range(0, size).Where(_ => random.NextDouble() < share * share)];
    }

    private static BitSet SetOf(HashSet<int> members, int size)
    {
        BitSet set = new(size);
        foreach (int member in members)
            set.Add(member);
        return set;
    }
}
