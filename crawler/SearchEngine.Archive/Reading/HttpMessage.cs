using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace SearchEngine.Archive.Reading;

/// <summary>An HTTP request or response out of a record's block.</summary>
/// <param name="StartLine">Status line or request line.</param>
/// <param name="Headers">Fields in order, values read as Latin-1, continuation lines joined.</param>
/// <param name="Body">What follows the empty line, untouched.</param>
public sealed record HttpMessage(
    string StartLine, IReadOnlyList<KeyValuePair<string, string>> Headers, ReadOnlyMemory<byte> Body)
{
    private const int MaxContentCodings = 4;

    /// <summary>The status code; 0 where the start line has none.</summary>
    public int Status
    {
        get
        {
            string[] parts = StartLine.Split(' ', 3);
            return parts.Length > 1
                && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out int status) ? status : 0;
        }
    }

    /// <summary>True when the body is still in chunks, as some tools store it.</summary>
    public bool IsChunked => Header("Transfer-Encoding")?.Contains("chunked", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>The first field of that name; null when there is none.</summary>
    public string? Header(string name) =>
        Headers.FirstOrDefault(h => string.Equals(h.Key, name, StringComparison.OrdinalIgnoreCase)).Value;

    /// <summary>The body without chunks; a body that says it has chunks and has none is returned as it is.</summary>
    public ReadOnlyMemory<byte> WithoutChunks() => IsChunked ? ChunkedBody.Decode(Body) ?? Body : Body;

    /// <summary>
    /// The body with chunks and content encodings (gzip, deflate, br; at most four layers) undone. An encoding that is
    /// not known, and one that is stated but not there, leave the bytes as they are.
    /// </summary>
    /// <param name="maxBytes">The result is cut there: a bomb costs no more than an honest page.</param>
    /// <exception cref="InvalidDataException">The encoded bytes are damaged before the first byte comes out.</exception>
    public byte[] DecodeBody(int maxBytes)
    {
        ReadOnlyMemory<byte> body = WithoutChunks();
        string[] codings = (Header("Content-Encoding") ?? "")
            .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        foreach (string coding in codings.Reverse().Take(MaxContentCodings))
        {
            body = Undo(coding.ToLowerInvariant(), body, maxBytes);
        }

        return body[..Math.Min(body.Length, maxBytes)].ToArray();
    }

    /// <returns>Null when no empty line ends the head within the limit.</returns>
    internal static HttpMessage? Parse(ReadOnlyMemory<byte> block, int maxHeadBytes)
    {
        ReadOnlySpan<byte> span = block.Span;
        int end = EndOfHead(span[..Math.Min(span.Length, maxHeadBytes)]);
        if (end < 0)
        {
            return null;
        }

        string[] lines = Encoding.Latin1.GetString(span[..end]).ReplaceLineEndings("\n").Split('\n');
        List<KeyValuePair<string, string>> headers = FieldLines.Parse(lines.Skip(1));
        return new HttpMessage(lines[0], headers, block[end..]);
    }

    private static int EndOfHead(ReadOnlySpan<byte> span)
    {
        int strict = span.IndexOf("\r\n\r\n"u8);
        int lax = span.IndexOf("\n\n"u8);
        return (strict, lax) switch
        {
            ( < 0, < 0) => -1,
            ( < 0, _) => lax + 2,
            (_, < 0) => strict + 4,
            _ => strict < lax ? strict + 4 : lax + 2,
        };
    }

    private static ReadOnlyMemory<byte> Undo(string coding, ReadOnlyMemory<byte> body, int maxBytes)
    {
        bool gzip = body.Length > 2 && body.Span[0] == 0x1F && body.Span[1] == 0x8B;
        using MemoryStream encoded = new(body.ToArray(), writable: false);
        using Stream? decoder = coding switch
        {
            "gzip" or "x-gzip" when gzip => new GZipStream(encoded, CompressionMode.Decompress),
            "deflate" => body.Length > 1 && (body.Span[0] & 0x0F) == 8 && ((body.Span[0] << 8) | body.Span[1]) % 31 == 0
                ? new ZLibStream(encoded, CompressionMode.Decompress)
                : new DeflateStream(encoded, CompressionMode.Decompress),
            "br" => new BrotliStream(encoded, CompressionMode.Decompress),
            _ => null,
        };
        return decoder is null ? body : ReadUpTo(decoder, maxBytes);
    }

    private static byte[] ReadUpTo(Stream decoder, int maxBytes)
    {
        using MemoryStream plain = new();
        byte[] buffer = new byte[32 << 10];
        while (plain.Length < maxBytes)
        {
            int count;
            try
            {
                count = decoder.Read(buffer, 0, (int)Math.Min(buffer.Length, maxBytes - plain.Length));
            }
            catch (Exception e) when (e is InvalidDataException or InvalidOperationException && plain.Length > 0)
            {
                // A truncated capture: what came out so far is the page as far as it was received.
                break;
            }
            catch (InvalidOperationException e)
            {
                throw new InvalidDataException(e.Message, e);
            }

            if (count == 0)
            {
                break;
            }

            plain.Write(buffer, 0, count);
        }

        return plain.ToArray();
    }
}
