using SearchEngine.Index.Codec;
using SearchEngine.TestKit;

namespace SearchEngine.Index.Tests.Codec;

public sealed class RunLengthsTests
{
    [Fact]
    public void Counts_equal_numbers_as_grouping_does_sixteen_at_a_time_and_one_by_one()
    {
        RandomSeed seed = RandomSeed.Next();
        Random random = seed.Create();
        for (int round = 0; round < 5_000; round++)
        {
            int[] numbers = [.. Enumerable.Range(0, random.Next(200)).Select(_ => random.Next(1 << random.Next(1, 12))).Order()];
            (int Number, int Count)[] expected = [.. numbers.GroupBy(number => number).Select(group => (group.Key, group.Count()))];

            Assert.True(expected.SequenceEqual(Of(RunLengths.Of, numbers)), $"round {round}; {seed}");
            if (numbers.Length > 0)
                Assert.True(expected.SequenceEqual(Of(RunLengths.OneByOne, numbers)), $"round {round}; {seed}");
        }
    }

    private static (int, int)[] Of(RunLengthsOf count, int[] numbers)
    {
        int[] distinct = [.. numbers];
        int[] counts = new int[numbers.Length];
        int length = count(distinct, counts);
        return [.. distinct.Take(length).Zip(counts)];
    }

    private delegate int RunLengthsOf(Span<int> numbers, Span<int> counts);
}
