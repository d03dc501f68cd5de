using System.Runtime.CompilerServices;

namespace SearchEngine.Index.Codec;

/// <summary>Unsigned integers in groups of seven bits, least first; the high bit says that more follow.</summary>
internal static class VarInt
{
    public const int MaxLength = 10;

    /// <summary>Writes a value and returns the bytes used, at most <see cref="MaxLength"/>.</summary>
    public static int Write(Span<byte> target, ulong value)
    {
        int length = 0;
        while (value >= 0x80)
        {
            target[length++] = (byte)(value | 0x80);
            value >>= 7;
        }

        target[length++] = (byte)value;
        return length;
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

    private static bool TryReadLong(ReadOnlySpan<byte> source, ref int at, out ulong value)
    {
        value = 0;
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
