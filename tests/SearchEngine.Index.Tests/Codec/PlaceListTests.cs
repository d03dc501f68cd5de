using SearchEngine.Index.Codec;
using SearchEngine.TestKit;

namespace SearchEngine.Index.Tests.Codec;

/// <summary>What is read of a list of places inside ranges is what lies in them of the whole list.</summary>
public sealed class PlaceListTests
{
    [Fact]
    public void Reads_inside_ranges_what_the_whole_list_holds_there()
    {
        RandomSeed seed = RandomSeed.Next();
        Random random = seed.Create();
        PlaceListEncoder encoder = new();
        for (int round = 0; round < 2_000; round++)
        {
            int span = random.Next(1, 20_000);
            int[] stretches = Ascending(random, random.Next(1, 2_000), span);
            int[] counts = [.. stretches.Select(_ => 1 + (random.Next(3) == 0 ? random.Next(50) : 0))];
            byte[] densities = new byte[DensityMeasure.All.Length * ((stretches.Length + PackedBlock.Size - 1) / PackedBlock.Size)];
            random.NextBytes(densities);
            byte[] bytes = BytesOf(encoder.Encode(stretches, counts, densities));
            PlaceList list = new(new ListBytes(bytes, bytes.Length - PackedBlock.Slack, "test", 0), counts.Sum(), span);
            (int[] begins, int[] ends) = Ranges(random, span);
            int[] found = new int[list.Length];
            int[] foundCounts = new int[list.Length];
            int[] owners = new int[list.Length];

            int length = list.DecodeWithin(new NumberRanges(begins, ends), found, foundCounts, owners);

            (int, int, int)[] expected = [.. Enumerable.Range(0, begins.Length).SelectMany(range => stretches.Zip(counts)
                .Where(entry => entry.First >= begins[range] && entry.First < ends[range])
                .Select(entry => (entry.First, entry.Second, range)))];
            (int, int, int)[] actual = [.. Enumerable.Range(0, length).Select(i => (found[i], foundCounts[i], owners[i]))];
            Assert.True(expected.SequenceEqual(actual), $"round {round}; {seed}");
        }
    }

    /// <summary>From ranges that touch to ranges far apart, short ones and some as long as many blocks.</summary>
    private static (int[] Begins, int[] Ends) Ranges(Random random, int span)
    {
        List<int> begins = [];
        List<int> ends = [];
        int gap = random.Next(1, 2_000);
        for (int at = random.Next(gap); at < span; at += random.Next(gap))
        {
            begins.Add(at);
            at += random.Next(1, random.Next(2, 1_500));
            ends.Add(at);
        }

        return ([.. begins], [.. ends]);
    }

    private static byte[] BytesOf(EncodedList list)
    {
        List<byte> bytes = [.. list.Table.ToArray()];
        for (int piece = 0; piece < list.Pieces; piece++)
            bytes.AddRange(list.Piece(piece).ToArray());
        bytes.AddRange(new byte[PackedBlock.Slack]);
        return [.. bytes];
    }

    private static int[] Ascending(Random random, int count, int span) =>
        [.. Enumerable.Range(0, count).Select(_ => random.Next(span)).Distinct().Order()];
}
