using System.Diagnostics.CodeAnalysis;
using SearchEngine.Crawler.Discovery;
using SearchEngine.Crawler.Fetching;
using SearchEngine.Crawler.Frontier;
using SearchEngine.Crawler.Scope;

namespace SearchEngine.Crawler;

/// <summary>Reads a response that is kept already: what became of the address, and where it leads.</summary>
internal sealed class ResponseReader(CrawlContext context)
{
    private const int NotModified = 304;
    private readonly LinkFinder _finder = new(context.Limits);

    public async Task<Visit> ReadAsync(QueuedUrl queued, FetchOutcome outcome, CancellationToken cancellation)
    {
        if (outcome.Exchange is not { } exchange)
        {
            VisitState state = outcome.Failure == FetchFailure.AddressRefused ? VisitState.Refused : VisitState.Failed;
            return new Visit(queued, state) { Reason = outcome.Message };
        }

        Visit visit = new(queued, VisitState.Done) { Status = exchange.Status };
        if (exchange.Status == NotModified)
        {
            return visit with { Links = Followed(context.Frontier.KnownLinks(queued.Id)), Reason = "未改变。" };
        }

        if (exchange.Status is >= 300 and < 400 && exchange.Header("Location") is { } location)
        {
            return Redirected(visit, location);
        }

        if (exchange.Truncated is BodyTruncation.Disconnect or BodyTruncation.Time)
        {
            return visit with { State = VisitState.Failed, Reason = "正文没有传完。" };
        }

        DecodedBody body = exchange.Decode(context.Limits);
        if (ChallengePage.Matches(exchange, body.Bytes.Span))
        {
            return visit with { State = VisitState.Blocked, Reason = "返回验证页面（受限）。" };
        }

        return exchange.Status is >= 200 and < 300
            ? await ReadPageAsync(visit, exchange, body, cancellation)
            : visit with { State = VisitState.Failed, Reason = $"HTTP {exchange.Status}" };
    }

    private async Task<Visit> ReadPageAsync(
        Visit visit, FetchedExchange exchange, DecodedBody body, CancellationToken cancellation)
    {
        Discoveries found = await FindAsync(visit.Queued.Url, exchange, body, cancellation);
        bool whole = exchange.Truncated is null && body.Outcome == DecodingOutcome.Whole;
        return visit with
        {
            Read = true,
            Links = Followed(found.Links),
            Reason = found.Rejection ?? exchange.Truncated switch
            {
                null => null,
                BodyTruncation.Unwanted => "此类型不收集，只留首部。",
                _ => "正文过长，已截断。",
            },
            ETag = whole ? exchange.Header("ETag") : null,
            LastModified = whole ? exchange.Header("Last-Modified") : null,
        };
    }

    [SuppressMessage("Design", "CA1031", Justification = "One of the four process loops: a page must not stop the crawl.")]
    private async Task<Discoveries> FindAsync(
        CrawlUrl page, FetchedExchange exchange, DecodedBody body, CancellationToken cancellation)
    {
        try
        {
            return await _finder.FindAsync(exchange, body, page, cancellation);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return Discoveries.Rejected($"解析出错：{e.GetType().Name}");
        }
    }

    private Visit Redirected(Visit visit, string location)
    {
        int redirects = visit.Queued.Redirects + 1;
        if (redirects > context.Limits.MaxRedirects)
        {
            return visit with { State = VisitState.Failed, Reason = $"重定向超过 {context.Limits.MaxRedirects} 次。" };
        }

        if (!CrawlUrl.TryResolve(visit.Queued.Url.Uri, location, out CrawlUrl? target))
        {
            return visit with { State = VisitState.Failed, Reason = "重定向的目标不是网页地址。" };
        }

        return context.Scope.Allows(target)
            ? visit with { Links = [new DiscoveredLink(target, visit.Queued.Kind)], Redirects = redirects }
            : visit with { State = VisitState.Refused, Reason = "重定向到允许范围之外的主机。" };
    }

    private List<DiscoveredLink> Followed(IReadOnlyList<DiscoveredLink> links) =>
    [.. links.Where(link => context.Scope.Allows(link.Url)
        && (context.Options.FetchAttachments || link.Kind != LinkKind.Attachment)
        && IsWanted(link))];

    // A profile says which pages lead to reports; files attached to those, and site maps, need not be named.
    private bool IsWanted(DiscoveredLink link) => context.Options.Profile is not { } profile
        || (link.Kind is LinkKind.Attachment or LinkKind.Sitemap ? !profile.Skips(link.Url) : profile.Follows(link.Url));
}
