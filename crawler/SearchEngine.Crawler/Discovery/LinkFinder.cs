using SearchEngine.Crawler.Fetching;
using SearchEngine.Crawler.Scope;

namespace SearchEngine.Crawler.Discovery;

/// <summary>Looks into a stored response for further addresses, by what it is.</summary>
internal sealed class LinkFinder(CrawlLimits limits)
{
    private readonly HtmlLinks _html = new(limits);
    private readonly SitemapReader _sitemaps = new(limits);

    public async Task<Discoveries> FindAsync(
        FetchedExchange exchange, DecodedBody body, CrawlUrl page, CancellationToken cancellation)
    {
        if (body.Outcome is DecodingOutcome.TooLong or DecodingOutcome.Unsupported)
        {
            return Discoveries.Rejected(body.Outcome == DecodingOutcome.TooLong ? "解压后过长。" : "内容编码不受支持。");
        }

        if (SitemapReader.Recognises(body.Bytes.Span) || page.Uri.AbsolutePath.EndsWith(".xml.gz", StringComparison.Ordinal))
        {
            return _sitemaps.Read(body.Bytes, page);
        }

        if (DataStore.Recognises(body.Bytes.Span) && !IsHtml(exchange.MediaType, body.Bytes.Span))
        {
            string text = PageText.Decode(body.Bytes.Span, exchange.ContentType);
            return new Discoveries([.. DataStore.Links(text, page.Uri).DistinctBy(link => link.Url.Text).Take(limits.MaxOutlinks)]);
        }

        return IsHtml(exchange.MediaType, body.Bytes.Span)
            ? await _html.FindAsync(PageText.Decode(body.Bytes.Span, exchange.ContentType), page, cancellation)
            : Discoveries.None;
    }

    private static bool IsHtml(string mediaType, ReadOnlySpan<byte> bytes) => mediaType switch
    {
        "text/html" or "application/xhtml+xml" => true,
        "" or "text/plain" or "application/octet-stream" => bytes[..Math.Min(bytes.Length, 1024)].IndexOf("<html"u8) >= 0,
        _ => false,
    };
}
