using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace SearchEngine.Index.Codec;

/// <summary>
/// Unpacks 128 values of equal width, and sums deltas: sixteen at a time (AVX-512 VBMI), eight at a time (AVX2), or one
/// by one. A test compares the three.
/// </summary>
/// <remarks>Eight values of b bits take exactly b bytes, so one shuffle and one shift serve a whole block.</remarks>
internal static class BlockUnpacker
{
    private static readonly (Vector512<byte> Bytes, Vector512<uint> Shifts)[] Wide = BuildWide();
    private static readonly (Vector256<byte> Bytes, Vector256<uint> Shifts)[] Narrow = BuildNarrow();

    /// <summary>Writes 128 values of <paramref name="width"/> bits, 0 to 25 or 32.
    /// <paramref name="packed"/> goes on for <see cref="PackedBlock.Slack"/> bytes behind them.</summary>
    public static void Unpack(ReadOnlySpan<byte> packed, int width, Span<uint> target)
    {
        target = target[..PackedBlock.Size];
        // The vectors read past the values: never past the span.
        _ = packed[PackedBlock.PackedLength(width) + PackedBlock.Slack - 3];
        if (width == 32)
            MemoryMarshal.Cast<byte, uint>(packed[..PackedBlock.PackedLength(width)]).CopyTo(target);
        else if (Avx512Vbmi.IsSupported)
            UnpackWide(packed, width, target);
        else if (Avx2.IsSupported)
            UnpackNarrow(packed, width, target);
        else
            UnpackOneByOne(packed, width, target);
    }

    /// <summary>The same for any processor.</summary>
    public static void UnpackOneByOne(ReadOnlySpan<byte> packed, int width, Span<uint> target)
    {
        ulong mask = (1UL << width) - 1;
        for (int i = 0; i < PackedBlock.Size; i++)
        {
            int bit = i * width;
            target[i] = (uint)((BinaryPrimitives.ReadUInt64LittleEndian(packed[(bit >> 3)..]) >> (bit & 7)) & mask);
        }
    }

    internal static void UnpackWide(ReadOnlySpan<byte> packed, int width, Span<uint> target)
    {
        (Vector512<byte> bytes, Vector512<uint> shifts) = Wide[width];
        Vector512<uint> mask = Vector512.Create((uint)((1UL << width) - 1));
        ref byte source = ref MemoryMarshal.GetReference(packed);
        ref uint output = ref MemoryMarshal.GetReference(target);
        for (int i = 0; i < PackedBlock.Size; i += Vector512<uint>.Count)
        {
            Vector512<uint> four = Avx512Vbmi.PermuteVar64x8(Vector512.LoadUnsafe(ref source), bytes).AsUInt32();
            (Avx512F.ShiftRightLogicalVariable(four, shifts) & mask).StoreUnsafe(ref output, (nuint)i);
            source = ref Unsafe.Add(ref source, 2 * width);
        }
    }

    internal static void UnpackNarrow(ReadOnlySpan<byte> packed, int width, Span<uint> target)
    {
        (Vector256<byte> bytes, Vector256<uint> shifts) = Narrow[width];
        Vector256<uint> mask = Vector256.Create((uint)((1UL << width) - 1));
        ref byte source = ref MemoryMarshal.GetReference(packed);
        ref uint output = ref MemoryMarshal.GetReference(target);
        int half = width >> 1;
        for (int i = 0; i < PackedBlock.Size; i += Vector256<uint>.Count)
        {
            Vector256<byte> both = Vector256.Create(
                Vector128.LoadUnsafe(ref source), Vector128.LoadUnsafe(ref source, (nuint)half));
            (Avx2.ShiftRightLogicalVariable(Avx2.Shuffle(both, bytes).AsUInt32(), shifts) & mask)
                .StoreUnsafe(ref output, (nuint)i);
            source = ref Unsafe.Add(ref source, width);
        }
    }

    /// <summary>
    /// Turns 128 deltas into numbers: the first becomes <paramref name="first"/> + its delta, each other one is one
    /// more than its delta behind the one before. False when that goes beyond 31 bits.
    /// </summary>
    public static bool Sum(Span<uint> deltas, uint first)
    {
        deltas = deltas[..PackedBlock.Size];
        return Avx512F.IsSupported ? SumWide(deltas, first) : SumOneByOne(deltas, first);
    }

    /// <summary>The same for any processor.</summary>
    public static bool SumOneByOne(Span<uint> deltas, uint first)
    {
        ulong sum = first - 1UL;
        for (int i = 0; i < deltas.Length; i++)
        {
            sum += deltas[i] + 1UL;
            deltas[i] = (uint)sum;
        }

        return sum <= int.MaxValue;
    }

    /// <summary>Adds one to each of 128 values.</summary>
    public static void AddOne(Span<uint> values)
    {
        foreach (ref Vector512<uint> row in MemoryMarshal.Cast<uint, Vector512<uint>>(values[..PackedBlock.Size]))
            row += Vector512<uint>.One;
    }

    private static bool SumWide(Span<uint> deltas, uint first)
    {
        Vector512<uint> top = Vector512.Create(15u);
        Vector512<uint> before = Vector512.Create(first - 1);
        Vector512<uint> seen = Vector512<uint>.Zero;
        ref uint values = ref MemoryMarshal.GetReference(deltas);
        for (int i = 0; i < PackedBlock.Size; i += Vector512<uint>.Count)
        {
            Vector512<uint> raw = Vector512.LoadUnsafe(ref values, (nuint)i);
            seen |= raw;
            Vector512<uint> sums = raw + Vector512<uint>.One;
            // Each lane takes what the lanes 1, 2, 4 and 8 before it hold by then; zeros come in from below.
            sums += Avx512F.AlignRight32(sums, Vector512<uint>.Zero, 15);
            sums += Avx512F.AlignRight32(sums, Vector512<uint>.Zero, 14);
            sums += Avx512F.AlignRight32(sums, Vector512<uint>.Zero, 12);
            sums += Avx512F.AlignRight32(sums, Vector512<uint>.Zero, 8);
            (sums + before).StoreUnsafe(ref values, (nuint)i);
            // A row waits for the one before it in this addition alone.
            before += Avx512F.PermuteVar16x32(sums, top);
        }

        // 128 deltas below 2^24 and a first number below 2^31 do not overflow 32 bits; greater ones are looked at singly.
        return Vector512.LessThanOrEqualAll(seen, Vector512.Create((1u << 24) - 1))
            ? before[0] <= int.MaxValue
            : Ascends(deltas);
    }

    /// <summary>Whether sums that may have overflowed did not: each must be above the one before.</summary>
    private static bool Ascends(ReadOnlySpan<uint> sums)
    {
        for (int i = 1; i < sums.Length; i++)
        {
            if (sums[i] <= sums[i - 1] || sums[i] > int.MaxValue)
                return false;
        }

        return sums[0] <= int.MaxValue;
    }

    private static (Vector512<byte> Bytes, Vector512<uint> Shifts)[] BuildWide()
    {
        (Vector512<byte>, Vector512<uint>)[] steps = new (Vector512<byte>, Vector512<uint>)[PackedBlock.MaxPackedWidth + 1];
        for (int width = 0; width < steps.Length; width++)
        {
            byte[] bytes = new byte[Vector512<byte>.Count];
            uint[] shifts = new uint[Vector512<uint>.Count];
            for (int value = 0; value < shifts.Length; value++)
            {
                int bit = value * width;
                shifts[value] = (uint)(bit & 7);
                for (int b = 0; b < 4; b++)
                    bytes[(4 * value) + b] = (byte)((bit >> 3) + b);
            }

            steps[width] = (Vector512.Create(bytes), Vector512.Create(shifts));
        }

        return steps;
    }

    /// <summary>
    /// For each width: which bytes make each of eight values, and how far they are shifted then. The upper four values
    /// are taken from a load that begins half of the width later.
    /// </summary>
    private static (Vector256<byte> Bytes, Vector256<uint> Shifts)[] BuildNarrow()
    {
        (Vector256<byte>, Vector256<uint>)[] steps = new (Vector256<byte>, Vector256<uint>)[PackedBlock.MaxPackedWidth + 1];
        for (int width = 0; width < steps.Length; width++)
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
