using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace SearchEngine.Index.Codec;

/// <summary>Unsigned integers in groups of seven bits, least first; the high bit says that more follow.</summary>
internal static class VarInt
{
    public const int MaxLength = 10;

    /// <summary>In each of eight bytes what belongs to the number.</summary>
    public const ulong NumberBits = 0x7f7f7f7f7f7f7f7f;

    /// <summary>In each of eight bytes what says that more follow.</summary>
    private const ulong MoreBits = 0x8080808080808080;

    /// <summary>Bits of a number of eight bytes.</summary>
    private const int WholeBits = 56;

    /// <summary>Writes a value and returns the bytes used, at most <see cref="MaxLength"/>. What stands behind them in
    /// the target may be overwritten.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Write(Span<byte> target, ulong value)
    {
        if (value >= 0x80)
            return WriteLong(target, value);
        target[0] = (byte)value;
        return 1;
    }

    /// <summary>Reads a value at <paramref name="at"/> and moves it on; false when the bytes end first or it is over
    /// 64 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryRead(ReadOnlySpan<byte> source, ref int at, out ulong value)
    {
        // Most values are below 128.
        if ((uint)at < (uint)source.Length && source[at] < 0x80)
        {
            value = source[at++];
            return true;
        }

        return TryReadLong(source, ref at, out value);
    }

    private static int WriteLong(Span<byte> target, ulong value)
    {
        int length = 0;
        if (Bmi2.X64.IsSupported && value < 1UL << WholeBits && target.Length >= sizeof(ulong))
        {
            length = (BitOperations.Log2(value) / 7) + 1;
            ulong more = MoreBits & ((1UL << (8 * (length - 1))) - 1);
            BinaryPrimitives.WriteUInt64LittleEndian(target, Bmi2.X64.ParallelBitDeposit(value, NumberBits) | more);
            return length;
        }

        while (value >= 0x80)
        {
            target[length++] = (byte)(value | 0x80);
            value >>= 7;
        }

        target[length++] = (byte)value;
        return length;
    }

    private static bool TryReadLong(ReadOnlySpan<byte> source, ref int at, out ulong value)
    {
        value = 0;
        if (Bmi2.X64.IsSupported && at <= source.Length - sizeof(ulong))
        {
            // All bytes at once: how many there are cannot be guessed.
            ulong bytes = BinaryPrimitives.ReadUInt64LittleEndian(source[at..]);
            ulong ends = ~bytes & MoreBits;
            if (ends != 0)
            {
                int bits = BitOperations.TrailingZeroCount(ends) + 1;
                value = Bmi2.X64.ParallelBitExtract(Bmi2.X64.ZeroHighBits(bytes, (ulong)bits), NumberBits);
                at += bits / 8;
                return true;
            }
        }

        for (int shift = 0; shift < 64; shift += 7)
        {
            if ((uint)at >= (uint)source.Length)
                return false;
            byte b = source[at++];
            value |= (ulong)(b & 0x7f) << shift;
            if (b < 0x80)
                return shift < 63 || b <= 1;
        }

        return false;
    }
}
