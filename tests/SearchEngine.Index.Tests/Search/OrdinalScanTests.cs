using SearchEngine.Index.Codec;
using SearchEngine.Index.Search;
using SearchEngine.TestKit;

namespace SearchEngine.Index.Tests.Search;

public sealed class OrdinalScanTests
{
    [Fact]
    public void Finds_what_a_look_at_each_document_finds()
    {
        RandomSeed seed = RandomSeed.Next();
        Random random = seed.Create();
        for (int round = 0; round < 2_000; round++)
        {
            int values = random.Next(1, 12);
            int[] ordinals = [.. Enumerable.Range(0, random.Next(0, 400)).Select(_ => random.Next(values + 1))];
            int first = random.Next(values + 1);
            int last = random.Next(first, values + 1);
            // A row of ordinals side by side in half of the rounds, any in the others.
            bool[] accepted = [.. Enumerable.Range(0, values + 1).Select(i => round % 2 == 0 ? i >= first && i <= last : random.Next(2) == 0)];

            BitSet found = OrdinalScan.Holders(ordinals, accepted);

            Assert.True(
                Enumerable.Range(0, ordinals.Length).All(document => found[document] == accepted[ordinals[document]]),
                $"round {round}; {seed}");
            Assert.Equal(ordinals.Count(ordinal => accepted[ordinal]), found.Count);
        }
    }

    [Fact]
    public void Gallops_to_the_first_value_that_is_not_below()
    {
        RandomSeed seed = RandomSeed.Next();
        Random random = seed.Create();
        for (int round = 0; round < 2_000; round++)
        {
            int[] values = [.. Enumerable.Range(0, random.Next(0, 200)).Select(_ => random.Next(300)).Distinct().Order()];
            int at = random.Next(values.Length + 1);
            int wanted = random.Next(320);

            int expected = at;
            while (expected < values.Length && values[expected] < wanted)
                expected++;
            Assert.True(expected == Gallop.To(values, at, wanted), $"round {round}; {seed}");
        }
    }
}
