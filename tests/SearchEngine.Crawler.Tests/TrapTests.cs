namespace SearchEngine.Crawler.Tests;

public sealed class TrapTests
{
    [Theory]
    [InlineData("queries", 301)]
    [InlineData("depth", 21)]
    [InlineData("relative", 10)]
    public async Task Ends_in_endless_spaces(string trap, int most)
    {
        int number = 0;
        await using TestServer server = new(path => path == "/robots.txt" ? TestServer.Status(404) : TestServer.Html(trap switch
        {
            "queries" => string.Concat(Enumerable.Range(0, 40).Select(_ => $"<a href='/list.html?day={++number}'>x</a>")),
            "depth" => $"<a href='/calendar/{++number}.html'>next</a>",
            _ => "<a href='news/more/'>x</a>",
        }));

        (CrawlSummary summary, _) = await Crawl.OfAsync(server);

        Assert.True(summary.Finished);
        Assert.InRange(summary.Fetched, 2, most);
    }

    [Fact]
    public async Task Walks_twenty_hosts_politely_at_once()
    {
        LeapingClock clock = new();
        List<TestServer> servers = [];
        try
        {
            for (int i = 0; i < 20; i++)
            {
                servers.Add(new TestServer(
                    path => path == "/robots.txt" ? TestServer.Status(404)
                        : TestServer.Html(string.Concat(Enumerable.Range(0, 15).Select(n => $"<a href=/{n}.html>{n}</a>"))),
                    clock));
            }

            using TempFolder folder = new();
            CrawlOptions options = Crawl.Options(folder, clock, [.. servers]);

            (CrawlSummary summary, _) = await Crawl.RunAsync(
                options with { Limits = options.Limits with { MaxFetchesPerTurn = 5 } });

            Assert.Equal(20 * 16, summary.Fetched);
            Assert.All(servers, s => Assert.Equal(1, s.MostInFlight));
            Assert.All(servers, s => Assert.Equal(s.Requests.Count, s.Paths.Distinct().Count()));
            Assert.All(servers, s => Assert.All(
                s.Requests.Zip(s.Requests.Skip(1), (a, b) => b.At - a.At),
                gap => Assert.True(gap >= TimeSpan.FromSeconds(3).Ticks, $"{TimeSpan.FromTicks(gap)}")));
        }
        finally
        {
            foreach (TestServer server in servers)
            {
                await server.DisposeAsync();
            }
        }
    }
}
