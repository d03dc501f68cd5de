using System.Buffers;

namespace SearchEngine.Crawler.Fetching;

/// <summary>Reads a body within the limits of length, rate and time.</summary>
internal static class BodyReader
{
    /// <param name="stream">The body after the transfer coding.</param>
    /// <param name="limits">Length and rate.</param>
    /// <param name="deadline">Signals the end of the whole fetch's time.</param>
    /// <param name="cancellation">The crawl is stopped; throws.</param>
    public static async Task<(byte[] Body, BodyTruncation? Truncated)> ReadAsync(
        Stream stream, CrawlLimits limits, CancellationToken deadline, CancellationToken cancellation)
    {
        ArrayBufferWriter<byte> body = new();
        byte[] buffer = new byte[32 << 10];
        long least = (long)(limits.MinBytesPerSecond * limits.RateWindow.TotalSeconds);
        using CancellationTokenSource window = CancellationTokenSource.CreateLinkedTokenSource(deadline, cancellation);
        window.CancelAfter(limits.RateWindow);
        long windowStart = 0;
        try
        {
            while (true)
            {
                int count = await stream.ReadAsync(buffer, window.Token);
                if (count == 0)
                {
                    return (body.WrittenSpan.ToArray(), null);
                }

                int room = (int)Math.Min(count, limits.MaxWireBytes - body.WrittenCount);
                body.Write(buffer.AsSpan(0, room));
                if (room < count)
                {
                    return (body.WrittenSpan.ToArray(), BodyTruncation.Length);
                }

                if (body.WrittenCount - windowStart >= least)
                {
                    windowStart = body.WrittenCount;
                    window.CancelAfter(limits.RateWindow);
                }
            }
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return (body.WrittenSpan.ToArray(), BodyTruncation.Time);
        }
        catch (Exception e) when (e is IOException or HttpRequestException)
        {
            return (body.WrittenSpan.ToArray(), BodyTruncation.Disconnect);
        }
    }
}
