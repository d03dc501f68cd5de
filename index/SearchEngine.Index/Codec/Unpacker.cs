using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace SearchEngine.Index.Codec;

/// <summary>
/// Makes 128 ascending positions of a block of packed deltas, eight at a time where the processor can (AVX2), else one
/// by one; a test compares the two.
/// </summary>
/// <remarks>Eight values of b bits take exactly b bytes, so one shuffle and one shift serve a whole block.</remarks>
internal static class Unpacker
{
    /// <summary>Up to this width 128 deltas and a position below 2³¹ cannot overflow 32 bits.</summary>
    public const int MaxVectorWidth = 24;

    /// <summary>Bytes behind a block that the vector code may read.</summary>
    private const int VectorSlack = 16;

    private static readonly (Vector256<byte> Bytes, Vector256<uint> Shifts)[] Steps = BuildSteps();

    /// <summary>
    /// Writes the positions: <paramref name="first"/>, then each one more than its delta behind the one before. Returns
    /// the last, which the caller compares with the segment's end.
    /// </summary>
    public static long Positions(ReadOnlySpan<byte> packed, int width, int first, Span<int> target)
    {
        bool vectors = Avx2.IsSupported && width <= MaxVectorWidth
            && packed.Length >= BitPacking.PackedLength(width) + VectorSlack;
        return vectors
            ? PositionsByVector(packed, width, first, target)
            : PositionsOneByOne(packed, width, first, target);
    }

    /// <summary>The same for any processor and width.</summary>
    public static long PositionsOneByOne(ReadOnlySpan<byte> packed, int width, int first, Span<int> target)
    {
        target = target[..BitPacking.BlockSize];
        uint mask = (uint)((1UL << width) - 1);
        long position = first - 1L;
        for (int i = 0; i < target.Length; i++)
        {
            int bit = i * width;
            uint delta = (uint)(BinaryPrimitives.ReadUInt64LittleEndian(packed[(bit >> 3)..]) >> (bit & 7)) & mask;
            position += delta + 1L;
            target[i] = (int)position;
        }

        return position;
    }

    private static long PositionsByVector(ReadOnlySpan<byte> packed, int width, int first, Span<int> target)
    {
        (Vector256<byte> bytes, Vector256<uint> shifts) = Steps[width];
        Vector256<uint> mask = Vector256.Create((uint)((1UL << width) - 1));
        Vector256<uint> before = Vector256.Create((uint)(first - 1));
        Vector256<int> last = Vector256.Create(7);
        ref byte source = ref MemoryMarshal.GetReference(packed);
        ref uint output = ref Unsafe.As<int, uint>(ref MemoryMarshal.GetReference(target[..BitPacking.BlockSize]));
        int half = width >> 1;
        for (int i = 0; i < BitPacking.BlockSize; i += Vector256<uint>.Count)
        {
            Vector256<byte> both = Vector256.Create(
                Vector128.LoadUnsafe(ref source), Vector128.LoadUnsafe(ref source, (nuint)half));
            Vector256<uint> deltas = Avx2.ShiftRightLogicalVariable(Avx2.Shuffle(both, bytes).AsUInt32(), shifts) & mask;
            Vector256<uint> sums = deltas + Vector256<uint>.One;
            sums += Avx2.ShiftLeftLogical128BitLane(sums, 4);
            sums += Avx2.ShiftLeftLogical128BitLane(sums, 8);
            Vector256<uint> low = Avx2.Permute2x128(sums, sums, 0x08);
            sums += Avx2.Shuffle(low, 0xff) + before;
            sums.StoreUnsafe(ref output, (nuint)i);
            before = Avx2.PermuteVar8x32(sums, last.AsUInt32());
            source = ref Unsafe.Add(ref source, width);
        }

        return before[0];
    }

    /// <summary>
    /// For each width: which bytes make each of eight values, and how far they are shifted then. The upper four values
    /// are taken from a load that begins half of the width later.
    /// </summary>
    private static (Vector256<byte> Bytes, Vector256<uint> Shifts)[] BuildSteps()
    {
        (Vector256<byte>, Vector256<uint>)[] steps = new (Vector256<byte>, Vector256<uint>)[MaxVectorWidth + 1];
        for (int width = 0; width <= MaxVectorWidth; width++)
        {
            byte[] bytes = new byte[Vector256<byte>.Count];
            uint[] shifts = new uint[Vector256<uint>.Count];
            for (int value = 0; value < shifts.Length; value++)
            {
                int bit = (value * width) - (value < 4 ? 0 : 8 * (width >> 1));
                shifts[value] = (uint)(bit & 7);
                for (int b = 0; b < 4; b++)
                    bytes[(4 * value) + b] = (byte)((bit >> 3) + b);
            }

            steps[width] = (Vector256.Create(bytes), Vector256.Create(shifts));
        }

        return steps;
    }
}
