using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace SearchEngine.Index.Codec;

/// <summary>
/// CRC-32 (IEEE 802.3, reflected, polynomial 0xEDB88320). It finds every single-bit flip and every burst of up to 32
/// bits for certain, which a faster hash only finds probably. By carry-less multiplication where the processor has it
/// (Gopal and others, Fast CRC Computation Using PCLMULQDQ, 2009), else eight bytes a step by eight tables ("slicing by
/// 8", Kounavis and Berry, 2005); a test compares the two.
/// </summary>
internal static class Crc32
{
    private const uint Polynomial = 0xEDB88320;
    private const int Lane = 16;
    private const int Lanes = 4;

    private static readonly uint[][] Tables = BuildTables();

    /// <summary>Continues a checksum; begin with 0.</summary>
    public static uint Append(uint crc, ReadOnlySpan<byte> bytes) =>
        Pclmulqdq.IsSupported && bytes.Length >= 2 * Lanes * Lane
            ? AppendByFolding(crc, bytes)
            : AppendByTables(crc, bytes);

    /// <summary>The same for any processor.</summary>
    public static uint AppendByTables(uint crc, ReadOnlySpan<byte> bytes) => ~Step(~crc, bytes);

    private static uint Step(uint state, ReadOnlySpan<byte> bytes)
    {
        uint[][] t = Tables;
        while (bytes.Length >= 8)
        {
            state ^= bytes[0] | ((uint)bytes[1] << 8) | ((uint)bytes[2] << 16) | ((uint)bytes[3] << 24);
            state = t[7][(byte)state] ^ t[6][(byte)(state >> 8)] ^ t[5][(byte)(state >> 16)] ^ t[4][state >> 24]
                ^ t[3][bytes[4]] ^ t[2][bytes[5]] ^ t[1][bytes[6]] ^ t[0][bytes[7]];
            bytes = bytes[8..];
        }

        foreach (byte b in bytes)
            state = (state >> 8) ^ t[0][(byte)(state ^ b)];
        return state;
    }

    /// <summary>
    /// Four lanes of 16 bytes are multiplied by x^512 (modulo the polynomial) and added to the next 64 bytes; then the
    /// lanes are folded into one. That one stands for all bytes before it, so the tables finish the work.
    /// </summary>
    private static uint AppendByFolding(uint crc, ReadOnlySpan<byte> bytes)
    {
        Vector128<ulong> by512 = Vector128.Create(0x154442bd4UL, 0x1c6e41596UL);
        Vector128<ulong> by128 = Vector128.Create(0x1751997d0UL, 0x0ccaa009eUL);
        ReadOnlySpan<Vector128<ulong>> blocks = MemoryMarshal.Cast<byte, Vector128<ulong>>(bytes);
        Vector128<ulong> a = blocks[0] ^ Vector128.CreateScalar(~crc).AsUInt64();
        Vector128<ulong> b = blocks[1];
        Vector128<ulong> c = blocks[2];
        Vector128<ulong> d = blocks[3];
        int at = Lanes;
        for (; at + Lanes <= blocks.Length; at += Lanes)
        {
            a = Fold(a, by512) ^ blocks[at];
            b = Fold(b, by512) ^ blocks[at + 1];
            c = Fold(c, by512) ^ blocks[at + 2];
            d = Fold(d, by512) ^ blocks[at + 3];
        }

        a = Fold(Fold(Fold(a, by128) ^ b, by128) ^ c, by128) ^ d;
        for (; at < blocks.Length; at++)
            a = Fold(a, by128) ^ blocks[at];
        Span<byte> folded = stackalloc byte[Lane];
        a.AsByte().CopyTo(folded);
        return ~Step(Step(0, folded), bytes[(at * Lane)..]);
    }

    private static Vector128<ulong> Fold(Vector128<ulong> lane, Vector128<ulong> factors) =>
        Pclmulqdq.CarrylessMultiply(lane, factors, 0x00) ^ Pclmulqdq.CarrylessMultiply(lane, factors, 0x11);

    private static uint[][] BuildTables()
    {
        uint[][] tables = new uint[8][];
        for (int table = 0; table < 8; table++)
            tables[table] = new uint[256];
        for (uint value = 0; value < 256; value++)
        {
            uint crc = value;
            for (int bit = 0; bit < 8; bit++)
                crc = (crc & 1) != 0 ? (crc >> 1) ^ Polynomial : crc >> 1;
            tables[0][value] = crc;
        }

        for (int table = 1; table < 8; table++)
        {
            for (int value = 0; value < 256; value++)
            {
                uint before = tables[table - 1][value];
                tables[table][value] = (before >> 8) ^ tables[0][(byte)before];
            }
        }

        return tables;
    }
}
