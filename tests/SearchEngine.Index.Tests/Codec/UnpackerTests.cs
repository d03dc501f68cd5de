using SearchEngine.Index.Codec;
using SearchEngine.TestKit;

namespace SearchEngine.Index.Tests.Codec;

public sealed class UnpackerTests
{
    [Fact]
    public void Vectors_and_single_steps_make_the_same_positions_for_every_width()
    {
        RandomSeed seed = RandomSeed.Next();
        Random random = seed.Create();
        for (int width = 0; width <= 31; width++)
        {
            uint[] deltas = new uint[BitPacking.BlockSize];
            // The sum stays below 2³¹, as positions do.
            uint greatest = Math.Min((uint)((1UL << width) - 1), int.MaxValue / 256);
            for (int i = 1; i < deltas.Length; i++)
                deltas[i] = (uint)random.NextInt64(greatest + 1L);
            byte[] packed = new byte[BitPacking.PackedLength(width) + 64];
            BitPacking.Pack(deltas, width, packed);
            int[] vectors = new int[BitPacking.BlockSize];
            int[] steps = new int[BitPacking.BlockSize];

            long last = Unpacker.Positions(packed, width, 77, vectors);
            long lastStep = Unpacker.PositionsOneByOne(packed, width, 77, steps);

            Assert.True(vectors.AsSpan().SequenceEqual(steps), $"width {width}; {seed}");
            Assert.Equal(lastStep, last);
            Assert.Equal(77 + deltas.Sum(delta => (long)delta) + BitPacking.BlockSize - 1, last);
        }
    }
}
