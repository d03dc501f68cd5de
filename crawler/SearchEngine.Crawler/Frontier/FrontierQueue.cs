using SearchEngine.Crawler.Discovery;
using SearchEngine.Crawler.Scope;

namespace SearchEngine.Crawler.Frontier;

/// <summary>Decides whether an address joins a run's queue, and puts it there. Called within the store's transactions.</summary>
internal sealed class FrontierQueue(FrontierDatabase database, RunTally tally, CrawlLimits limits)
{
    /// <summary>The run that is queued for.</summary>
    public long Run { get; set; }

    /// <summary>Where a link of a page that was fetched stands: one step further, unless it only turns the page of a list.</summary>
    public QueueStep StepTo(DiscoveredLink link, Visit from)
    {
        QueuedUrl page = from.Queued;
        if (from.Redirects > 0)
        {
            return new QueueStep(page.Depth, page.PagerHops, from.Redirects, page.Id);
        }

        bool turns = link.Kind == LinkKind.Pager && page.PagerHops < limits.MaxPagerHops
            && Folder(link.Url) == Folder(page.Url);
        return turns
            ? new QueueStep(page.Depth, page.PagerHops + 1, 0, page.Id)
            : new QueueStep(page.Depth + 1, page.PagerHops, 0, page.Id);
    }

    /// <summary>Queues an address, unless it is queued already, too far, or looks like an endless space.</summary>
    public void Enqueue(DiscoveredLink link, QueueStep step)
    {
        if (step.Depth > limits.MaxDepth || step.Redirects > limits.MaxRedirects
            || (step.Via is not null && TrapRules.IsTrap(link.Url, limits))
            || (link.SameAs is { } same && IsQueued(same)) || IsCrowded(link.Url))
        {
            return;
        }

        database.Execute(
            "INSERT INTO url (text, host, path) VALUES ($text, $host, $path) ON CONFLICT (text) DO NOTHING",
            ("$text", link.Url.Text), ("$host", link.Url.Host), ("$path", PathOf(link.Url)));
        int added = database.Execute(
            """
            INSERT INTO visit (run, url, host, state, depth, pager_hops, kind, redirects, via)
            SELECT $run, id, host, 0, $depth, $hops, $kind, $redirects, $via FROM url WHERE text = $text
            ON CONFLICT (run, url) DO NOTHING
            """,
            ("$run", Run), ("$depth", step.Depth), ("$hops", step.PagerHops), ("$kind", (int)link.Kind),
            ("$redirects", step.Redirects), ("$via", step.Via), ("$text", link.Url.Text));
        if (added > 0)
        {
            tally.Add(link.Url.Host);
        }
    }

    private static string PathOf(CrawlUrl url) => url.Origin + url.Uri.AbsolutePath;

    private static string Folder(CrawlUrl url)
    {
        string path = PathOf(url);
        return path[..path.LastIndexOf('/')];
    }

    private bool IsQueued(CrawlUrl url) => database.Number(
        "SELECT 1 FROM visit v JOIN url u ON u.id = v.url WHERE v.run = $run AND u.text = $text",
        ("$run", Run), ("$text", url.Text)) is not null;

    /// <summary>True when the host, or the path under ever new queries, has had its share.</summary>
    private bool IsCrowded(CrawlUrl url) =>
        tally.Total(url.Host) >= limits.MaxPagesPerHost
        || (url.Uri.Query.Length > 0 && database.Number(
            """
            SELECT count(*) FROM (
                SELECT 1 FROM url u JOIN visit v ON v.run = $run AND v.url = u.id WHERE u.path = $path LIMIT $limit)
            """,
            ("$run", Run), ("$path", PathOf(url)), ("$limit", limits.MaxQueriesPerPath)) >= limits.MaxQueriesPerPath);
}
