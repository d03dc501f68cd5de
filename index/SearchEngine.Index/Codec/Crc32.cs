namespace SearchEngine.Index.Codec;

/// <summary>
/// CRC-32 (IEEE 802.3, reflected, polynomial 0xEDB88320). It finds every single-bit flip and every burst of up to 32
/// bits for certain, which a faster hash only finds probably. Eight bytes a step, by eight tables ("slicing by 8",
/// Kounavis and Berry, 2005).
/// </summary>
internal static class Crc32
{
    private const uint Polynomial = 0xEDB88320;

    private static readonly uint[][] Tables = BuildTables();

    /// <summary>Continues a checksum; begin with 0.</summary>
    public static uint Append(uint crc, ReadOnlySpan<byte> bytes)
    {
        uint state = ~crc;
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
        return ~state;
    }

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
