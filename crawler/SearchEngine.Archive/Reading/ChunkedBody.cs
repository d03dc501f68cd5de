using System.Globalization;
using System.Text;

namespace SearchEngine.Archive.Reading;

/// <summary>The chunked transfer coding (RFC 9112 section 7.1), as other tools leave it in their records.</summary>
internal static class ChunkedBody
{
    private const int MaxSizeLineBytes = 1024;

    /// <summary>
    /// Joins the chunks. A body that breaks off inside a chunk gives what is there; null when the first line is no size,
    /// which means that the tool had already joined them and left the header.
    /// </summary>
    public static ReadOnlyMemory<byte>? Decode(ReadOnlyMemory<byte> body)
    {
        using MemoryStream joined = new(body.Length);
        ReadOnlySpan<byte> rest = body.Span;
        bool first = true;
        while (TryReadSize(ref rest, out long size))
        {
            int count = (int)Math.Min(size, rest.Length);
            joined.Write(rest[..count]);
            rest = rest[count..];
            if (size == 0)
            {
                return joined.ToArray();
            }

            first = false;
            rest = rest.StartsWith("\r\n"u8) ? rest[2..] : rest.TrimStart((byte)'\n');
        }

        return first ? (ReadOnlyMemory<byte>?)null : joined.ToArray();
    }

    private static bool TryReadSize(ref ReadOnlySpan<byte> rest, out long size)
    {
        size = 0;
        int end = rest[..Math.Min(rest.Length, MaxSizeLineBytes)].IndexOf((byte)'\n');
        if (end < 0)
        {
            return false;
        }

        string line = Encoding.Latin1.GetString(rest[..end]);
        rest = rest[(end + 1)..];
        string digits = line.Split(';')[0].Trim();
        return long.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out size) && size >= 0;
    }
}
