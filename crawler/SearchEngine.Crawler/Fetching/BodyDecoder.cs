using System.IO.Compression;

namespace SearchEngine.Crawler.Fetching;

/// <summary>Undoes one layer of gzip and counts: 100 MiB of zeros are 100 KB on the wire.</summary>
internal static class BodyDecoder
{
    public static DecodedBody Decode(ReadOnlyMemory<byte> body, string? contentEncoding, CrawlLimits limits)
    {
        string coding = (contentEncoding ?? "").Trim().ToLowerInvariant();
        bool gzip = body.Length > 2 && body.Span[0] == 0x1F && body.Span[1] == 0x8B;
        return coding switch
        {
            "" or "identity" => new DecodedBody(body, DecodingOutcome.Whole),
            "gzip" or "x-gzip" when gzip => Gunzip(body, limits),

            // Servers that state gzip and send plain text are common enough.
            "gzip" or "x-gzip" => new DecodedBody(body, DecodingOutcome.Whole),
            _ => new DecodedBody(default, DecodingOutcome.Unsupported),
        };
    }

    /// <summary>Decompresses gzip bytes within the limits.</summary>
    public static DecodedBody Gunzip(ReadOnlyMemory<byte> body, CrawlLimits limits)
    {
        using MemoryStream encoded = new(body.ToArray(), writable: false);
        using GZipStream decoder = new(encoded, CompressionMode.Decompress);
        using MemoryStream plain = new();
        byte[] buffer = new byte[64 << 10];
        long ratioLimit = Math.Max(limits.RatioFreeBytes, (long)body.Length * limits.MaxDecodedRatio);
        long limit = Math.Min(limits.MaxDecodedBytes, ratioLimit);
        try
        {
            int count;
            while ((count = decoder.Read(buffer)) > 0)
            {
                if (plain.Length + count > limit)
                {
                    return new DecodedBody(plain.ToArray(), DecodingOutcome.TooLong);
                }

                plain.Write(buffer, 0, count);
            }
        }
        catch (InvalidDataException)
        {
            return new DecodedBody(plain.ToArray(), DecodingOutcome.Damaged);
        }

        return new DecodedBody(plain.ToArray(), DecodingOutcome.Whole);
    }
}
