using SearchEngine.Index.Codec;
using SearchEngine.TestKit;

namespace SearchEngine.Index.Tests.Codec;

/// <summary>E4: what was written is what is read, for numbers and lists of every size.</summary>
public sealed class RoundTripTests
{
    private const int Usual = 300_000;
    private const int LongestOfMost = 300;
    private const int Longest = 5_000;

    [Fact]
    public void Numbers_come_back_and_take_no_more_bytes_than_they_must()
    {
        byte[] bytes = new byte[VarInt.MaxLength];
        for (int power = 0; power <= 64; power++)
        {
            ulong edge = power == 64 ? 0 : 1UL << power;
            foreach (ulong value in (ulong[])[edge - 1, edge, edge + 1])
                Check(value);
        }

        RandomSeed seed = RandomSeed.Next();
        Random random = seed.Create();
        for (int i = Amount.Of("E4", Usual); i > 0; i--)
            Check((ulong)random.NextInt64() >> random.Next(64));

        void Check(ulong value)
        {
            int written = VarInt.Write(bytes, value);
            int at = 0;
            Assert.True(VarInt.TryRead(bytes.AsSpan(0, written), ref at, out ulong read) && read == value && at ==
                written);
            at = 0;
            Assert.False(VarInt.TryRead(bytes.AsSpan(0, written - 1), ref at, out _));
        }
    }

    [Fact]
    public void Lists_of_positions_come_back()
    {
        RandomSeed seed = RandomSeed.Next();
        Random random = seed.Create();
        PostingsEncoder encoder = new();
        int wanted = Amount.Of("E4", Usual);
        int lists = 0;
        for (int values = 0; values < wanted; lists++)
        {
            int[] positions = Ascending(random, Length(random, least: 2));
            encoder.Begin();
            for (int start = 0, next; start < positions.Length; start = next)
            {
                next = random.Next(start, positions.Length) + 1;
                encoder.Append(positions.AsSpan(start..next));
            }

            byte[] file = Bytes(encoder.End(), out int length);
            PostingsList list = new(new ListBytes(file, length, "test", 0), positions.Length, inline: 0, positions[^1] + 1);
            int[] read = new int[positions.Length + PackedBlock.Size];

            list.Decode(read);
            Assert.True(positions.AsSpan().SequenceEqual(read.AsSpan(0, positions.Length)), $"list {lists}; {seed}");
            Assert.True(positions.AsSpan().SequenceEqual(InPieces(list, random)), $"in pieces, list {lists}; {seed}");
            // A stretch of it, read by itself.
            int low = positions[random.Next(positions.Length)];
            long high = low + random.NextInt64(int.MaxValue);
            int[] within = [.. positions.Where(position => position >= low && position < high)];
            Assert.True(within.AsSpan().SequenceEqual(list.DecodeWithin(low, high)), $"within, list {lists}; {seed}");
            values += positions.Length;
        }

        Progress.Say($"E4 values={wanted} lists={lists} wrong=0");
    }

    [Fact]
    public void Lists_of_places_and_counts_come_back()
    {
        RandomSeed seed = RandomSeed.Next();
        Random random = seed.Create();
        PlaceListEncoder encoder = new();
        int wanted = Amount.Of("E4", Usual);
        int lists = 0;
        for (int values = 0; values < wanted; lists++)
        {
            int[] stretches = Ascending(random, Length(random, least: 1));
            int[] counts = [.. stretches.Select(_ =>
                1 + (random.Next(4) == 0 ? random.Next(1 << random.Next(1, 17)) : 0))];
            byte[] densities = new byte[DensityMeasure.All.Length * ((stretches.Length + PackedBlock.Size - 1) / PackedBlock.Size)];
            random.NextBytes(densities);
            byte[] file = Bytes(encoder.Encode(stretches, counts, densities), out int length);
            PlaceList list = new(new ListBytes(file, length, "test", 0), counts.Sum(), stretches[^1] + 1);
            int[] readStretches = new int[list.Length + PackedBlock.Size];
            int[] readCounts = new int[list.Length + PackedBlock.Size];

            list.Decode(readStretches, readCounts);
            Assert.True(
                list.Length == stretches.Length
                    && stretches.AsSpan().SequenceEqual(readStretches.AsSpan(0, stretches.Length))
                    && counts.AsSpan().SequenceEqual(readCounts.AsSpan(0, counts.Length)),
                $"list {lists}; {seed}");
            for (int measure = 0; measure < DensityMeasure.All.Length; measure++)
                Assert.Equal(densities.AsSpan(measure * list.Blocks, list.Blocks), list.Densities(measure));
            values += stretches.Length;
        }
    }

    /// <summary>A list as it lies in a file, with the bytes that stand behind the last one.</summary>
    private static byte[] Bytes(EncodedList list, out int length)
    {
        List<byte> bytes = [.. list.Table];
        for (int piece = 0; piece < list.Pieces; piece++)
            bytes.AddRange(list.Piece(piece));
        length = bytes.Count;
        Assert.Equal(list.Length, length);
        return [.. bytes, .. new byte[PackedBlock.Slack]];
    }

    private static int[] InPieces(PostingsList list, Random random)
    {
        List<int> read = [];
        int[] buffer = new int[random.Next(1, 5) * PackedBlock.Size];
        while (read.Count < list.Count)
        {
            int length = list.DecodePiece(read.Count, read.Count > 0 ? read[^1] : -1, buffer);
            read.AddRange(buffer.AsSpan(0, length));
        }

        return [.. read];
    }

    private static int Length(Random random, int least) =>
        random.Next(least, random.Next(20) == 0 ? Longest : LongestOfMost);

    /// <summary>Distinct ascending numbers of any density, from next to each other to the ends of the range.</summary>
    private static int[] Ascending(Random random, int length)
    {
        int greatestStep = Math.Max(1, (IndexLimits.SegmentPositions / (length + 1)) >> random.Next(31));
        int[] numbers = new int[length];
        int at = random.Next(greatestStep + 1);
        for (int i = 0; i < length; i++)
        {
            numbers[i] = at;
            // Mostly small steps and now and then the largest one: exceptions in a block.
            at += 1 + (random.Next(30) == 0 ? greatestStep - 1
                : random.Next(Math.Max(1, greatestStep >> random.Next(12))));
        }

        return numbers;
    }
}
