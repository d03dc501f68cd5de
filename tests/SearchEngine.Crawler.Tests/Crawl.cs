using SearchEngine.Crawler.Scope;

namespace SearchEngine.Crawler.Tests;

/// <summary>Runs a session against test servers without waiting: the clock leaps.</summary>
internal static class Crawl
{
    public static CrawlOptions Options(TempFolder folder, TimeProvider clock, params TestServer[] servers) => new()
    {
        Seeds = [.. servers.Select(s => s.Url("/"))],
        AllowHosts = [.. servers.Select(s => s.Host)],
        FrontierPath = folder["frontier.db"],
        TimeProvider = clock,
        Contact = "https://example.org/crawl",

        // Tests share few cores: an honest page must not fail for a slow first parse.
        Limits = new CrawlLimits { ParseTimeout = TimeSpan.FromSeconds(20) },
    };

    public static async Task<(CrawlSummary Summary, ListSink Sink)> RunAsync(
        CrawlOptions options, IHostResolver? resolver = null)
    {
        ListSink sink = new();
        CrawlSession session = new(options, sink, null, resolver ?? new SystemHostResolver());
        return (await session.RunAsync(TestContext.Current.CancellationToken), sink);
    }

    /// <summary>Crawls one server from its root with a fresh frontier.</summary>
    public static async Task<(CrawlSummary Summary, ListSink Sink)> OfAsync(
        TestServer server, Func<CrawlOptions, CrawlOptions>? with = null)
    {
        using TempFolder folder = new();
        CrawlOptions options = Options(folder, new LeapingClock(), server);
        return await RunAsync(with is null ? options : with(options));
    }
}
