using SearchEngine.Crawler.Discovery;
using SearchEngine.Crawler.Fetching;
using SearchEngine.Crawler.Frontier;
using SearchEngine.Crawler.Robots;
using SearchEngine.Crawler.Scope;

namespace SearchEngine.Crawler;

/// <summary>One host's turn: address after address, one at a time, until its queue is empty or its turn is over.</summary>
internal sealed class HostWorker : IDisposable
{
    private readonly string _host;
    private readonly CrawlContext _context;
    private readonly HostFetcher _fetcher;
    private readonly RobotsGate _robots;
    private readonly ResponseReader _reader;
    private readonly HashSet<string> _announced = new(StringComparer.Ordinal);
    private int _consecutiveBlocks;

    public HostWorker(string host, CrawlContext context)
    {
        _host = host;
        _context = context;
        _fetcher = new HostFetcher(host, context);
        _robots = new RobotsGate(context, _fetcher);
        _reader = new ResponseReader(context);
    }

    public async Task RunAsync(CancellationToken cancellation)
    {
        for (int fetches = 0; fetches < _context.Limits.MaxFetchesPerTurn && !_context.IsFull; fetches++)
        {
            if (_context.Frontier.Next(_host) is not { } next)
            {
                return;
            }

            Visit? visit = await VisitAsync(next, cancellation);
            if (visit is null)
            {
                return;
            }

            _context.Frontier.Record(visit);
            _context.Report(next.Url.Text, visit.Status, visit.Reason);
            if (EndsHost(visit) is { } reason)
            {
                End(reason);
                return;
            }
        }
    }

    public void Dispose() => _fetcher.Dispose();

    /// <returns>Null when the run has no page left to give, or the host has been ended.</returns>
    private async Task<Visit?> VisitAsync(QueuedUrl next, CancellationToken cancellation)
    {
        if (!_context.Scope.Allows(next.Url))
        {
            return new Visit(next, VisitState.Refused) { Reason = "不在允许抓取的主机之内。" };
        }

        TimeSpan pause = OwnPause(next.Url);
        (RobotsAnswer answer, RobotsRules rules) = await _robots.ForAsync(next.Url, pause, cancellation);
        if (rules.CrawlDelay > _context.Limits.MaxCrawlDelay)
        {
            End($"robots.txt 要求间隔 {rules.CrawlDelay.Value.TotalSeconds:0} 秒，超过上限，跳过此主机。");
            return null;
        }

        QueueSitemaps(next.Url, rules);
        if (answer.Verdict == RobotsVerdict.Unreachable)
        {
            string why = $"无法取得 robots.txt，按全部禁止处理：{answer.Problem}";
            _context.EndedHosts[_host] = why;
            return new Visit(next, VisitState.Refused) { Reason = why };
        }

        if (!rules.Allows(next.Url.PathAndQuery))
        {
            return new Visit(next, VisitState.Refused) { Reason = "robots.txt 禁止。" };
        }

        if (!_context.TryTakePage())
        {
            return null;
        }

        FetchRequest request = _context.Options.Conditional
            ? new FetchRequest(next.Url, next.ETag, next.LastModified, next.Via)
            : new FetchRequest(next.Url, Via: next.Via);
        FetchOutcome outcome = await _fetcher.FetchAsync(request, Longer(pause, rules.CrawlDelay), cancellation);
        if (outcome.Exchange is null)
        {
            _context.ReturnPage();
        }

        return await _reader.ReadAsync(next, outcome, cancellation);
    }

    private TimeSpan OwnPause(CrawlUrl url) =>
        _context.Scope.IsNamed(url) ? _context.Options.Delay : Longer(_context.Options.Delay, _context.Limits.MinDelay);

    private static TimeSpan Longer(TimeSpan one, TimeSpan? other) => other > one ? other.Value : one;

    private void QueueSitemaps(CrawlUrl url, RobotsRules rules)
    {
        if (rules.Sitemaps.Count == 0 || !_announced.Add(url.Origin))
        {
            return;
        }

        List<DiscoveredLink> sitemaps = [];
        foreach (string line in rules.Sitemaps)
        {
            if (CrawlUrl.TryResolve(url.Uri, line, out CrawlUrl? sitemap) && _context.Scope.Allows(sitemap))
            {
                sitemaps.Add(new DiscoveredLink(sitemap, LinkKind.Sitemap));
            }
        }

        _context.Frontier.Add(sitemaps);
    }

    private string? EndsHost(Visit visit)
    {
        _consecutiveBlocks = visit.State == VisitState.Blocked ? _consecutiveBlocks + 1 : 0;
        return _fetcher.IsExhausted ? $"连续 {_fetcher.ConsecutiveErrors} 次出错，本次不再访问。"
            : _consecutiveBlocks >= _context.Limits.MaxConsecutiveErrors ? "连续返回验证页面（受限），本次不再访问。"
            : null;
    }

    private void End(string reason)
    {
        _context.EndedHosts[_host] = reason;
        _context.Frontier.AbandonHost(_host, reason);
    }
}
