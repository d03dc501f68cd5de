using System.Buffers.Binary;
using System.Numerics;

namespace SearchEngine.Index.Codec;

/// <summary>Blocks of 128 values of b bits each, value i at the bits from i·b, little-endian: 16·b bytes.</summary>
internal static class BitPacking
{
    public const int BlockSize = 128;

    /// <summary>Bytes that unpacking may read behind a block; lists with blocks are padded by them.</summary>
    public const int Slack = 8;

    /// <summary>Bits that the greatest value needs, 0 to 31.</summary>
    public static int WidthOf(ReadOnlySpan<uint> values)
    {
        uint all = 0;
        foreach (uint value in values)
            all |= value;
        return 32 - BitOperations.LeadingZeroCount(all);
    }

    public static int PackedLength(int width) => width * (BlockSize / 8);

    /// <summary>Packs 128 values below 2^width; returns the bytes written.</summary>
    public static int Pack(ReadOnlySpan<uint> values, int width, Span<byte> target)
    {
        ulong pending = 0;
        int bits = 0;
        int at = 0;
        foreach (uint value in values[..BlockSize])
        {
            pending |= (ulong)value << bits;
            bits += width;
            if (bits < 32)
                continue;
            BinaryPrimitives.WriteUInt32LittleEndian(target[at..], (uint)pending);
            pending >>= 32;
            bits -= 32;
            at += 4;
        }

        return at;
    }
}
