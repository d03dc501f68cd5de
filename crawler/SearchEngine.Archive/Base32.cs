namespace SearchEngine.Archive;

/// <summary>Base 32 of RFC 4648 section 6 without padding: how archives write SHA-1 digests (20 bytes, 32 letters).</summary>
internal static class Base32
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static string Encode(ReadOnlySpan<byte> bytes)
    {
        Span<char> text = stackalloc char[((bytes.Length * 8) + 4) / 5];
        int bits = 0;
        int pending = 0;
        int at = 0;
        foreach (byte value in bytes)
        {
            pending = (pending << 8) | value;
            bits += 8;
            while (bits >= 5)
            {
                bits -= 5;
                text[at++] = Alphabet[(pending >> bits) & 31];
            }

            pending &= (1 << bits) - 1;
        }

        if (bits > 0)
        {
            text[at] = Alphabet[(pending << (5 - bits)) & 31];
        }

        return text.ToString();
    }
}
