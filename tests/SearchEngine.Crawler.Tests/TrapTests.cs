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

    [Theory]
    [InlineData("calendar")]
    [InlineData("calendar query")]
    [InlineData("session in path")]
    [InlineData("session in query")]
    [InlineData("repeated segments")]
    [InlineData("growing path")]
    [InlineData("query permutations")]
    [InlineData("infinite pagination")]
    [InlineData("infinite data proxy")]
    [InlineData("redirect chain")]
    [InlineData("host aliases")]
    public async Task A_trap_ends_within_five_hundred_fetches_and_the_honest_page_beside_it_is_reached(string trap)
    {
        int number = 0;
        await using TestServer server = new(path => path switch
        {
            "/robots.txt" => TestServer.Status(404),
            "/" => TestServer.Html($"<a href='/honest.html'>报告</a>{Trap(trap, path, ref number)}"),
            "/honest.html" => TestServer.Html("<p>报告</p>"),
            _ when trap == "redirect chain" => TestServer.Status(302, $"Location: /r/{++number}"),
            _ => TestServer.Html(Trap(trap, path, ref number)),
        });

        (CrawlSummary summary, _) = await Crawl.OfAsync(server, options => options with
        {
            Limits = options.Limits with { MaxFetchesPerTurn = 100_000 },
        });

        Assert.Contains("/honest.html", server.Paths);
        Assert.InRange(server.Requests.Count, 2, 501);
        Assert.True(summary.Finished);
    }

    [Fact]
    public async Task A_list_of_a_hundred_pages_that_only_lead_to_the_next_is_read_to_its_end()
    {
        await using TestServer server = new(path => path switch
        {
            "/robots.txt" => TestServer.Status(404),
            _ when path.StartsWith("/art", StringComparison.Ordinal) => TestServer.Html("<p>文件</p>"),
            _ => TestServer.Html(ListPage(path)),
        });

        (CrawlSummary summary, _) = await Crawl.OfAsync(
            server, o => o with { Limits = o.Limits with { MaxFetchesPerTurn = 100_000 } });

        Assert.Equal(200, summary.Fetched);
        Assert.Contains("/art100.html", server.Paths);

        static string ListPage(string path)
        {
            int page = path == "/" ? 1 : int.Parse(path["/index_".Length..^5], System.Globalization.CultureInfo.InvariantCulture);
            string next = page < 100 ? $"<a href='/index_{page + 1}.html'>下一页</a>" : "";
            return $"<a href='/art{page}.html'>关于第{page}号文件的通知</a>{next}";
        }
    }

    [Fact]
    public async Task A_page_of_a_hundred_thousand_links_leads_to_two_thousand()
    {
        string links = string.Concat(Enumerable.Range(0, 100_000).Select(i => $"<a href='/p{i}.html'>x</a>"));
        await using TestServer server = new(path => path switch
        {
            "/robots.txt" => TestServer.Status(404),
            "/" => TestServer.Html(links),
            _ => TestServer.Html("x"),
        });

        (CrawlSummary summary, _) = await Crawl.OfAsync(
            server, options => options with { Limits = options.Limits with { MaxFetchesPerTurn = 100_000 }, MaxPages = 3_000 });

        Assert.Equal(1 + CrawlLimits.Default.MaxOutlinks, summary.Fetched);
    }

    private static string Trap(string trap, string path, ref int number)
    {
        int next = ++number;
        return trap switch
        {
            "calendar" => $"<a href='/calendar/{2000 + (next / 12)}/{(next % 12) + 1}.html'>next</a>",
            "calendar query" => $"<a href='/calendar.html?month={next}'>next</a><a href='/calendar.html?month=-{next}'>prev</a>",
            "session in path" => $"<a href='/s{next:x8}/index.html'>x</a>",
            "session in query" => $"<a href='/index.html?sid={next:x8}'>x</a>",
            "repeated segments" => "<a href='news/list/'>x</a>",
            "growing path" => $"<a href='d{next}/'>x</a>",
            "query permutations" => string.Concat(Enumerable.Range(0, 30).Select(
                i => $"<a href='/l.html?a={i % 5}&b={i % 7}&c={next}'>x</a><a href='/l.html?c={next}&b={i}&a={i % 5}'>x</a>")),
            "infinite pagination" => $"<a href='/list_{next}.html'>下一页</a>",
            "infinite data proxy" => $"<script><datastore><nextgroup><a href='/dataproxy.jsp?page={next}'></a></nextgroup></datastore></script>",
            "host aliases" => $"<a href='http://h{next}.example.org{path}'>x</a><a href='http://alias{next}.invalid/'>x</a>",
            _ => $"<a href='/r/{next}'>x</a>",
        };
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
