using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SearchEngine.Index.Codec;

/// <summary>
/// Blocks of 128 values: most of them in b bits each, the few that are greater as exceptions (PFOR; Zukowski et al.,
/// Super-Scalar RAM-CPU Cache Compression, 2006). FORMAT.md gives the bytes.
/// </summary>
internal static class PackedBlock
{
    /// <summary>Values of a block.</summary>
    public const int Size = 128;

    /// <summary>Bytes behind a block's packed values that unpacking may read, whatever stands there.</summary>
    public const int Slack = 64;

    /// <summary>Bytes of an encoded block at most.</summary>
    public const int MaxLength = HeaderLength + (Size * sizeof(uint)) + (MaxExceptions * 6);

    /// <summary>Up to this width a value and the bits before it in its first byte lie in four bytes; a block that needs
    /// more is written with 32.</summary>
    public const int MaxPackedWidth = 25;

    private const int HeaderLength = 2;
    private const int MaxExceptions = 32;

    /// <summary>Bytes that an exception is thought to cost beside those it takes: patching them costs time.</summary>
    private const int Penalty = 1;

    /// <summary>Bytes of 128 values of a width.</summary>
    public static int PackedLength(int width) => width * (Size / 8);

    /// <summary>Writes for each of 128 ascending, distinct numbers how many lie between it and the one before; 0 for
    /// the first.</summary>
    public static void Subtract(ReadOnlySpan<int> numbers, Span<uint> deltas)
    {
        numbers = numbers[..Size];
        deltas = deltas[..Size];
        ref int source = ref MemoryMarshal.GetReference(numbers);
        ref int target = ref Unsafe.As<uint, int>(ref MemoryMarshal.GetReference(deltas));
        // The rows begin at the second number; the last one overlaps the one before it.
        for (int i = 1; i < Size; i += Vector512<int>.Count)
        {
            nuint at = (nuint)Math.Min(i, Size - Vector512<int>.Count);
            Vector512<int> row = Vector512.LoadUnsafe(ref source, at) - Vector512.LoadUnsafe(ref source, at - 1) - Vector512<int>.One;
            row.StoreUnsafe(ref target, at);
        }

        deltas[0] = 0;
    }

    /// <summary>Writes 128 values; returns the bytes used, at most <see cref="MaxLength"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Encode(ReadOnlySpan<uint> values, Span<byte> target)
    {
        values = values[..Size];
        int width = ChooseWidth(values);
        target[0] = (byte)width;
        int packed = Pack(values, width, target[HeaderLength..]);
        int at = HeaderLength + packed;
        int exceptions = 0;
        if (width < 32)
        {
            exceptions = WriteExceptions(values, width, target[at..]);
            int indexes = at;
            at += exceptions;
            for (int i = 0; i < exceptions; i++)
                at += VarInt.Write(target[at..], values[target[indexes + i]] >> width);
        }

        target[1] = (byte)exceptions;
        return at;
    }

    /// <summary>
    /// Reads 128 values. Returns the bytes used, or −1 when the bytes are no block. <paramref name="source"/> holds
    /// <see cref="Slack"/> bytes behind the list at least, so that whole vectors can be read.
    /// </summary>
    public static int Decode(ReadOnlySpan<byte> source, Span<uint> target)
    {
        if (source.Length < HeaderLength + Slack)
            return -1;
        int width = source[0];
        int exceptions = source[1];
        int at = HeaderLength + PackedLength(width);
        if (width > MaxPackedWidth && width != 32)
            return -1;
        if (exceptions > Size || at + exceptions + Slack > source.Length)
            return -1;
        BlockUnpacker.Unpack(source[HeaderLength..], width, target);
        if (exceptions == 0)
            return at;
        ReadOnlySpan<byte> indexes = source.Slice(at, exceptions);
        at += exceptions;
        foreach (byte index in indexes)
        {
            if (index >= Size || !VarInt.TryRead(source, ref at, out ulong high) || high > uint.MaxValue)
                return -1;
            target[index] |= (uint)(high << width);
        }

        return at + Slack <= source.Length ? at : -1;
    }

    /// <summary>The width that takes the least bytes, exceptions and their penalty included.</summary>
    private static int ChooseWidth(ReadOnlySpan<uint> values)
    {
        Vector512<uint> seen = Vector512<uint>.Zero;
        foreach (Vector512<uint> row in RowsOf(values))
            seen |= row;
        uint all = 0;
        for (int lane = 0; lane < Vector512<uint>.Count; lane++)
            all |= seen[lane];
        int max = 32 - BitOperations.LeadingZeroCount(all);
        int best = max > MaxPackedWidth ? 32 : max;
        int bestCost = PackedLength(best);
        // How many values need more than so many bits.
        Span<int> above = stackalloc int[33];
        above[max] = 0;
        for (int width = max - 1; width >= 0; width--)
        {
            above[width] = CountAbove(values, width);
            if (above[width] > MaxExceptions)
                break;
            if (width > MaxPackedWidth)
                continue;
            int cost = PackedLength(width);
            for (int length = width + 1; length <= max && cost < bestCost; length++)
                cost += (above[length - 1] - above[length]) * (1 + Penalty + ((length - width + 6) / 7));
            if (cost < bestCost)
                (best, bestCost) = (width, cost);
        }

        return best;
    }

    private static int CountAbove(ReadOnlySpan<uint> values, int width)
    {
        Vector512<uint> greatest = Vector512.Create((uint)((1UL << width) - 1));
        int count = 0;
        foreach (Vector512<uint> row in RowsOf(values))
            count += BitOperations.PopCount(Vector512.GreaterThan(row, greatest).ExtractMostSignificantBits());
        return count;
    }

    /// <summary>Writes the places of the values that need more bits than a width; returns their number.</summary>
    private static int WriteExceptions(ReadOnlySpan<uint> values, int width, Span<byte> target)
    {
        Vector512<uint> greatest = Vector512.Create((uint)((1UL << width) - 1));
        int exceptions = 0;
        int first = 0;
        foreach (Vector512<uint> row in RowsOf(values))
        {
            for (ulong bits = Vector512.GreaterThan(row, greatest).ExtractMostSignificantBits(); bits != 0; bits &= bits - 1)
                target[exceptions++] = (byte)(first + BitOperations.TrailingZeroCount(bits));
            first += Vector512<uint>.Count;
        }

        return exceptions;
    }

    private static ReadOnlySpan<Vector512<uint>> RowsOf(ReadOnlySpan<uint> values) =>
        MemoryMarshal.Cast<uint, Vector512<uint>>(values[..Size]);

    /// <summary>Packs the low bits of 128 values, value i at the bits from i·width; returns the bytes written.</summary>
    private static int Pack(ReadOnlySpan<uint> values, int width, Span<byte> target)
    {
        int length = PackedLength(width);
        if (width == 32)
        {
            MemoryMarshal.AsBytes(values).CopyTo(target);
            return length;
        }

        ulong mask = (1UL << width) - 1;
        ulong pending = 0;
        int bits = 0;
        ref byte output = ref MemoryMarshal.GetReference(target[..length]);
        foreach (uint value in values)
        {
            ulong low = value & mask;
            pending |= low << bits;
            bits += width;
            if (bits < 64)
                continue;
            Unsafe.WriteUnaligned(ref output, pending);
            output = ref Unsafe.Add(ref output, sizeof(ulong));
            bits -= 64;
            // What did not fit; a shift by 64 would be one by 0.
            pending = bits == 0 ? 0 : low >> (width - bits);
        }

        return length;
    }
}
