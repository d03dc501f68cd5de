using System.Text;
using SearchEngine.Crawler.Fetching;
using SearchEngine.Crawler.Frontier;

namespace SearchEngine.Crawler.Tests;

public sealed class CrawlSessionTests
{
    private static readonly Dictionary<string, string> SmallSite = new()
    {
        ["/"] = "<a href=a.html>a</a><a href='b.html#x'>b</a><a href='/admin/x.html'>x</a>",
        ["/robots.txt"] = "User-agent: *\nDisallow: /admin/",
        ["/a.html"] = "<a href=/>home</a><a href=c.html>c</a><a href=b.html>b</a>",
        ["/b.html"] = "<a href=A.html>other</a>",
        ["/c.html"] = "<p>end</p>",
        ["/A.html"] = "<p>capital</p>",
    };

    [Fact]
    public async Task Fetches_every_allowed_page_once_and_robots_first()
    {
        await using TestServer server = TestServer.Of(SmallSite);

        (CrawlSummary summary, ListSink sink) = await Crawl.OfAsync(server);

        Assert.Equal(["/robots.txt", "/", "/a.html", "/b.html", "/c.html", "/A.html"], server.Paths);
        Assert.Equal(server.Paths, sink.Paths);
        Assert.Equal(new HostCounts(server.Host, 5, 0, 1, 0, 0), Assert.Single(summary.Hosts));
        Assert.True(summary.Finished);
        Assert.Equal(1, server.MostInFlight);
        Assert.Equal(1, server.Connections);
    }

    [Fact]
    public async Task Gives_the_sink_the_very_bytes_of_head_and_body()
    {
        byte[] response = [.. "HTTP/1.1 200 Fine by me\r\nx-ODD:  1\r\nContent-type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"u8,
            .. "3\r\n<p>\r\n0\r\nContent-Length: 9\r\n\r\n"u8];
        await using TestServer server = new(path => path == "/" ? response : TestServer.Status(404));

        (_, ListSink sink) = await Crawl.OfAsync(server);

        FetchedExchange page = sink["/"];
        Assert.Equal(
            "HTTP/1.1 200 Fine by me\r\nx-ODD:  1\r\nContent-type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n",
            Encoding.Latin1.GetString(page.ResponseHead.Span));
        Assert.Equal("<p>", Encoding.Latin1.GetString(page.Body.Span));
        Assert.Equal("Fine by me", page.Reason);
        Assert.Equal(["x-ODD", "Content-type", "Transfer-Encoding"], page.Headers.Select(h => h.Key));
        Assert.Equal("127.0.0.1", page.RemoteAddress!.ToString());
        TestRequest request = server.Requests.Last();
        Assert.Equal(request.Head, Encoding.Latin1.GetString(page.RequestHead.Span));
        Assert.Contains("User-Agent: SearchEngineBot/0.1 (+https://example.org/crawl)\r\n", request.Head, StringComparison.Ordinal);
        Assert.DoesNotContain("traceparent", request.Head, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Keeps_three_seconds_between_requests_and_the_longer_wish_of_the_host()
    {
        LeapingClock clock = new();
        await using TestServer plain = TestServer.Of(SmallSite.Where(p => p.Key != "/robots.txt").ToDictionary(), clock);
        await using TestServer slow = TestServer.Of(
            new Dictionary<string, string>(SmallSite) { ["/robots.txt"] = "User-agent: *\nCrawl-delay: 7.5" }, clock);
        using TempFolder folder = new();

        await Crawl.RunAsync(Crawl.Options(folder, clock, plain, slow));

        Assert.All(Gaps(plain), gap => Assert.True(gap >= 3, $"{gap}"));
        Assert.All(Gaps(slow).Skip(1), gap => Assert.True(gap >= 7.5, $"{gap}"));
        Assert.Equal(1, plain.MostInFlight);
    }

    [Fact]
    public async Task Keeps_the_pause_over_a_restart()
    {
        LeapingClock clock = new();
        await using TestServer server = TestServer.Of(SmallSite, clock);
        using TempFolder folder = new();
        CrawlOptions options = Crawl.Options(folder, clock, server);

        for (int session = 0; session < 6; session++)
        {
            await Assert.ThrowsAsync<IOException>(
                () => new CrawlSession(options, new ListSink(failAt: 1)).RunAsync(TestContext.Current.CancellationToken));
        }

        Assert.Equal(6, server.Requests.Count);
        Assert.All(Gaps(server), gap => Assert.True(gap >= 3, $"{gap}"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Resumes_after_a_stop_at_any_point_and_repeats_only_what_was_in_flight(bool failBeforeKeeping)
    {
        for (int point = 1; point <= 6; point++)
        {
            await using TestServer server = TestServer.Of(SmallSite);
            using TempFolder folder = new();
            CrawlOptions options = Crawl.Options(folder, new LeapingClock(), server);
            ListSink broken = new(point, failBeforeKeeping);
            await Assert.ThrowsAsync<IOException>(
                () => new CrawlSession(options, broken).RunAsync(TestContext.Current.CancellationToken));

            (CrawlSummary summary, ListSink sink) = await Crawl.RunAsync(options);

            Assert.True(summary.Resumed);
            Assert.True(summary.Finished);
            string[] all = ["/", "/A.html", "/a.html", "/b.html", "/c.html", "/robots.txt"];
            Assert.Equal(all, broken.Paths.Concat(sink.Paths).Distinct().Order(StringComparer.Ordinal));
            Assert.Equal(7, server.Requests.Count);
        }
    }

    [Fact]
    public async Task Stops_when_cancelled_and_says_so()
    {
        using CancellationTokenSource stop = new();
        await using TestServer server = new(path =>
        {
            if (path == "/a.html")
            {
                stop.Cancel();
            }

            return SmallSite.TryGetValue(path, out string? page) ? TestServer.Html(page) : TestServer.Status(404);
        });
        using TempFolder folder = new();
        CrawlOptions options = Crawl.Options(folder, new LeapingClock(), server);

        CrawlSummary stopped = await new CrawlSession(options, new ListSink()).RunAsync(stop.Token);
        (CrawlSummary rest, _) = await Crawl.RunAsync(options);

        Assert.False(stopped.Finished);
        Assert.True(rest.Resumed);
        Assert.Equal(5, rest.Fetched);
        Assert.InRange(server.Paths.Count(p => p == "/a.html"), 1, 2);
        Assert.Equal(1, server.Paths.Count(p => p == "/"));
    }

    [Fact]
    public async Task Asks_again_only_for_changes_once_a_run_is_finished()
    {
        await using TestServer server = new(path => SmallSite.TryGetValue(path, out string? page)
            ? TestServer.Response(200, Encoding.UTF8.GetBytes(page), "Content-Type: text/html", "ETag: \"v1\"")
            : TestServer.Status(404));
        using TempFolder folder = new();
        CrawlOptions options = Crawl.Options(folder, new LeapingClock(), server);
        await Crawl.RunAsync(options);
        int first = server.Requests.Count;

        (CrawlSummary second, _) = await Crawl.RunAsync(options);

        Assert.False(second.Resumed);
        Assert.Equal(first - 1, server.Requests.Count - first);
        Assert.All(
            server.Requests.Skip(first), r => Assert.Contains("If-None-Match: \"v1\"", r.Head, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Walks_on_from_unchanged_pages_by_the_links_it_remembers()
    {
        bool known = false;
        await using TestServer server = new(path =>
            known && path != "/robots.txt" ? TestServer.Status(304)
            : SmallSite.TryGetValue(path, out string? page)
                ? TestServer.Response(200, Encoding.UTF8.GetBytes(page), "Content-Type: text/html", "Last-Modified: Sat, 01 Mar 2025 00:00:00 GMT")
                : TestServer.Status(404));
        using TempFolder folder = new();
        CrawlOptions options = Crawl.Options(folder, new LeapingClock(), server);
        await Crawl.RunAsync(options);
        known = true;

        (CrawlSummary summary, ListSink sink) = await Crawl.RunAsync(options);

        Assert.Equal(5, summary.Unchanged);
        Assert.Equal(5, summary.Fetched);
        Assert.All(sink.Kept, e => Assert.Equal(304, e.Status));
    }

    [Fact]
    public async Task Ends_at_the_pages_asked_for()
    {
        await using TestServer server = TestServer.Of(SmallSite);

        (CrawlSummary summary, ListSink sink) = await Crawl.OfAsync(server, o => o with { MaxPages = 2 });

        Assert.Equal(["/robots.txt", "/", "/a.html"], sink.Paths);
        Assert.True(summary.Finished);
        Assert.Equal(3, Assert.Single(summary.Hosts).Queued);
    }

    [Fact]
    public async Task Refuses_a_second_crawl_on_the_same_store()
    {
        await using TestServer server = TestServer.Of(SmallSite);
        using TempFolder folder = new();
        CrawlOptions options = Crawl.Options(folder, new LeapingClock(), server);
        using FrontierStore held = new(options.FrontierPath, options.Limits, options.TimeProvider);

        await Assert.ThrowsAsync<CrawlLockedException>(() => Crawl.RunAsync(options));
    }

    [Fact]
    public async Task Leaves_a_host_alone_after_five_errors_in_a_row_and_reports_it()
    {
        await using TestServer server = new(path =>
            path == "/robots.txt" ? TestServer.Status(404)
            : path == "/" ? TestServer.Html(string.Concat(Enumerable.Range(0, 20).Select(i => $"<a href={i}.html>{i}</a>")))
            : TestServer.Status(503));

        (CrawlSummary summary, _) = await Crawl.OfAsync(server);

        Assert.Equal(2 + 5, server.Requests.Count);
        Assert.Contains(server.Host, summary.EndedHosts.Keys);
        Assert.Equal(20, summary.Failed);
        Assert.True(summary.Finished);
    }

    [Fact]
    public async Task Waits_as_long_as_retry_after_says()
    {
        LeapingClock clock = new();
        int asked = 0;
        await using TestServer server = new(
            path => path != "/" ? TestServer.Status(404)
                : asked++ == 0 ? TestServer.Status(503, "Retry-After: 120")
                : TestServer.Html("<p>now</p>"),
            clock);
        using TempFolder folder = new();

        (CrawlSummary summary, _) = await Crawl.RunAsync(Crawl.Options(folder, clock, server));

        Assert.Equal(1, summary.Fetched);
        Assert.True(Gaps(server).Last() >= 120);
    }

    [Theory]
    [InlineData(412, "<html><script>document.cookie='a'</script></html>")]
    [InlineData(521, "<script>eval(1)</script>")]
    [InlineData(202, "<html><head><meta charset=utf-8><script>var _0x=1</script></head><body></body></html>")]
    [InlineData(412, "")]
    public async Task Reports_a_challenge_and_follows_nothing_in_it(int status, string body)
    {
        await using TestServer server = new(path => path == "/"
            ? TestServer.Response(status, Encoding.UTF8.GetBytes(body + "<a href=/next.html></a>"), "Content-Type: text/html")
            : TestServer.Status(404));

        (CrawlSummary summary, ListSink sink) = await Crawl.OfAsync(server);

        Assert.Equal(1, summary.Blocked);
        Assert.DoesNotContain("/next.html", server.Paths);
        Assert.Equal(status, sink["/"].Status);
    }

    [Theory]
    [InlineData("ftp://www.gov.cn/")]
    [InlineData("/index.html")]
    [InlineData("http://www.example.com/")]
    [InlineData("http://user:pass@www.gov.cn/")]
    [InlineData("http://127.0.0.1/")]
    public void Refuses_a_seed_that_it_may_not_fetch(string seed)
    {
        using TempFolder folder = new();
        CrawlOptions options = new() { Seeds = [seed], FrontierPath = folder["f.db"] };

        Assert.Throws<ArgumentException>(() => new CrawlSession(options, new ListSink()));
    }

    private static IEnumerable<double> Gaps(TestServer server)
    {
        long[] times = [.. server.Requests.Select(r => r.At)];
        return times.Zip(times.Skip(1), (a, b) => TimeSpan.FromTicks(b - a).TotalSeconds);
    }
}
