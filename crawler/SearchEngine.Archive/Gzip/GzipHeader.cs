namespace SearchEngine.Archive.Gzip;

/// <summary>The head of a gzip member (RFC 1952 section 2.3).</summary>
internal static class GzipHeader
{
    public const byte Magic0 = 0x1F;
    public const byte Magic1 = 0x8B;
    private const byte Deflate = 8;
    private const int FixedBytes = 10;
    private const int HasHeaderCrc = 2;
    private const int HasExtra = 4;
    private const int HasName = 8;
    private const int HasComment = 16;
    private const int Reserved = 0xE0;

    /// <summary>Longest optional text that is passed over; honest headers hold a file name at most.</summary>
    private const int MaxTextBytes = 4096;

    /// <summary>Reads over the head that starts at the stream's position.</summary>
    /// <returns>False when no gzip member begins there, or its head is cut off.</returns>
    public static bool TrySkip(Stream stream)
    {
        Span<byte> head = stackalloc byte[FixedBytes];
        if (stream.ReadAtLeast(head, FixedBytes, throwOnEndOfStream: false) < FixedBytes
            || head[0] != Magic0 || head[1] != Magic1 || head[2] != Deflate || (head[3] & Reserved) != 0)
        {
            return false;
        }

        int flags = head[3];
        return ((flags & HasExtra) == 0 || TrySkipExtra(stream))
            && ((flags & HasName) == 0 || TrySkipText(stream))
            && ((flags & HasComment) == 0 || TrySkipText(stream))
            && ((flags & HasHeaderCrc) == 0 || TrySkipBytes(stream, 2));
    }

    private static bool TrySkipExtra(Stream stream)
    {
        int low = stream.ReadByte();
        int high = stream.ReadByte();
        return high >= 0 && TrySkipBytes(stream, low | (high << 8));
    }

    private static bool TrySkipText(Stream stream)
    {
        for (int i = 0; i < MaxTextBytes; i++)
        {
            int value = stream.ReadByte();
            if (value <= 0)
            {
                return value == 0;
            }
        }

        return false;
    }

    private static bool TrySkipBytes(Stream stream, int count)
    {
        if (stream.Length - stream.Position < count)
        {
            return false;
        }

        stream.Position += count;
        return true;
    }
}
