using System.Runtime.Intrinsics.X86;
using SearchEngine.Index.Codec;
using SearchEngine.TestKit;

namespace SearchEngine.Index.Tests.Codec;

public sealed class BlockUnpackerTests
{
    [Fact]
    public void Vectors_and_single_steps_read_the_same_values_for_every_width()
    {
        RandomSeed seed = RandomSeed.Next();
        Random random = seed.Create();
        for (int width = 0; width <= PackedBlock.MaxPackedWidth; width++)
        {
            byte[] packed = new byte[PackedBlock.PackedLength(width) + PackedBlock.Slack];
            random.NextBytes(packed);
            uint[] steps = new uint[PackedBlock.Size];
            BlockUnpacker.UnpackOneByOne(packed, width, steps);

            if (Avx2.IsSupported)
                Assert.Equal(steps, Unpacked(BlockUnpacker.UnpackNarrow, packed, width));
            if (Avx512Vbmi.IsSupported)
                Assert.Equal(steps, Unpacked(BlockUnpacker.UnpackWide, packed, width));
            Assert.True(steps.AsSpan().SequenceEqual(Unpacked(BlockUnpacker.Unpack, packed, width)), $"{width}; {seed}");
        }
    }

    [Fact]
    public void Sums_are_those_of_single_steps_and_refuse_what_goes_beyond_31_bits()
    {
        RandomSeed seed = RandomSeed.Next();
        Random random = seed.Create();
        for (int round = 0; round < 2_000; round++)
        {
            uint greatest = 1u << random.Next(32);
            uint first = (uint)random.Next();
            uint[] deltas = [.. Enumerable.Range(0, PackedBlock.Size).Select(_ => (uint)random.NextInt64(greatest))];
            uint[] steps = [.. deltas];

            bool fits = BlockUnpacker.SumOneByOne(steps, first);
            bool vectors = BlockUnpacker.Sum(deltas, first);

            Assert.True(fits == vectors, $"{first}, {greatest}; {seed}");
            Assert.True(!fits || deltas.AsSpan().SequenceEqual(steps), $"{first}, {greatest}; {seed}");
        }
    }

    [Fact]
    public void Blocks_come_back_as_they_went_in()
    {
        RandomSeed seed = RandomSeed.Next();
        Random random = seed.Create();
        byte[] bytes = new byte[PackedBlock.MaxLength + PackedBlock.Slack];
        for (int round = 0; round < 20_000; round++)
        {
            int width = random.Next(33);
            uint[] values = new uint[PackedBlock.Size];
            foreach (ref uint value in values.AsSpan())
                value = random.Next(8) == 0 ? (uint)random.NextInt64(1L << random.Next(33)) : (uint)random.NextInt64(1L << width);
            uint[] read = new uint[PackedBlock.Size];

            int written = PackedBlock.Encode(values, bytes);
            int used = PackedBlock.Decode(bytes.AsSpan(0, written + PackedBlock.Slack), read);

            Assert.True(written == used && written <= PackedBlock.MaxLength, $"{written} written, {used} read; {seed}");
            Assert.True(values.AsSpan().SequenceEqual(read), seed.ToString());
        }
    }

    private static uint[] Unpacked(Unpacking unpack, byte[] packed, int width)
    {
        uint[] values = new uint[PackedBlock.Size];
        unpack(packed, width, values);
        return values;
    }

    private delegate void Unpacking(ReadOnlySpan<byte> packed, int width, Span<uint> target);
}
