using SearchEngine.Archive;
using SearchEngine.Archive.Writing;
using SearchEngine.Crawler;
using SearchEngine.Crawler.Fetching;
using SearchEngine.Reports.Catalogue;
using SearchEngine.Reports.Model;

namespace SearchEngine.Ingest.Stages;

/// <summary>
/// Keeps every response of a crawl: archive record, sync, catalogue row, in this order. The crawl counts an address as done
/// only after this has returned.
/// </summary>
internal sealed class CaptureRecorder(WarcWriter archive, CatalogueWriter catalogue, KnownBodies known) : ICaptureSink
{
    public Task StoreAsync(FetchedExchange exchange, CancellationToken cancellation)
    {
        string digest = PageIdentity.Hex(exchange.Body.Span);
        HttpCapture capture = known.Shared(AsCapture(exchange), digest);
        RecordLocation location = archive.Append(capture);
        archive.Sync();
        catalogue.AddCapture(
            new Capture(
                exchange.Url, exchange.FetchedAt, exchange.Status, exchange.ContentType, digest, location.File, location.Offset),
            revisit: capture.SamePayloadAs is not null);
        return Task.CompletedTask;
    }

    private static HttpCapture AsCapture(FetchedExchange exchange) => new()
    {
        Url = exchange.Url,
        FetchedAt = exchange.FetchedAt,
        RemoteAddress = exchange.RemoteAddress,
        RequestHead = exchange.RequestHead,
        ResponseHead = exchange.ResponseHead,
        Body = exchange.Body,
        Truncated = Reason(exchange.Truncated),
        Metadata = exchange.Via is { } via ? [new("via", via)] : [],
    };

    private static TruncationReason? Reason(BodyTruncation? truncation) => truncation switch
    {
        null => null,
        BodyTruncation.Length => TruncationReason.Length,
        BodyTruncation.Time => TruncationReason.Time,
        _ => TruncationReason.Disconnect,
    };
}
