namespace SearchEngine.Crawler.Tests;

public sealed class RedirectTests
{
    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task Follows_and_keeps_each_hop(int status)
    {
        await using TestServer server = new(path => path switch
        {
            "/" => TestServer.Status(status, "Location: /a/b.html"),
            "/a/b.html" => TestServer.Html("<a href=c.html></a>"),
            "/a/c.html" => TestServer.Html("end"),
            _ => TestServer.Status(404),
        });

        (CrawlSummary summary, ListSink sink) = await Crawl.OfAsync(server);

        Assert.Equal(["/robots.txt", "/", "/a/b.html", "/a/c.html"], sink.Paths);
        Assert.Equal(status, sink["/"].Status);
        Assert.Equal(3, summary.Fetched);
    }

    [Theory]
    [InlineData(5, true)]
    [InlineData(6, false)]
    public async Task Follows_at_most_five_in_a_row(int hops, bool arrives)
    {
        await using TestServer server = new(path =>
        {
            int hop = path == "/" ? 0 : path.StartsWith("/r", StringComparison.Ordinal) && path.Length == 3 ? path[2] - '0' : -1;
            return hop < 0 ? TestServer.Status(404)
                : hop < hops ? TestServer.Status(302, $"Location: /r{hop + 1}")
                : TestServer.Html("end");
        });

        (CrawlSummary summary, ListSink sink) = await Crawl.OfAsync(server);

        Assert.Equal(arrives, sink.Paths.Contains($"/r{hops}"));
        Assert.Equal(arrives ? 0 : 1, summary.Failed);
    }

    [Fact]
    public async Task Ends_in_a_loop_without_asking_twice()
    {
        await using TestServer server = new(path => path switch
        {
            "/" => TestServer.Status(302, "Location: /a"),
            "/a" => TestServer.Status(302, "Location: /"),
            _ => TestServer.Status(404),
        });

        await Crawl.OfAsync(server);

        Assert.Equal(["/robots.txt", "/", "/a"], server.Paths);
    }

    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("http://127.0.0.1:1/")]
    [InlineData("http://169.254.169.254/latest/")]
    [InlineData("gopher://127.0.0.1:70/")]
    [InlineData("http://www.example.com/")]
    [InlineData("//0x7f.1:1/")]
    [InlineData("http://user:pw@127.0.0.1:1/")]
    [InlineData("/private/a.html")]
    public async Task Checks_scope_and_robots_at_every_hop(string location)
    {
        await using TestServer server = new(path => path switch
        {
            "/robots.txt" => TestServer.Text("User-agent: *\nDisallow: /private"),
            "/" => TestServer.Status(302, $"Location: {location}"),
            _ => TestServer.Html("reached"),
        });

        (CrawlSummary summary, ListSink sink) = await Crawl.OfAsync(server);

        Assert.Equal(["/robots.txt", "/"], sink.Paths);
        Assert.Equal(1, summary.Refused + summary.Failed);
    }

    [Fact]
    public async Task Asks_the_robots_of_the_host_that_a_redirect_leads_to()
    {
        await using TestServer target = new(path =>
            path == "/robots.txt" ? TestServer.Text("User-agent: *\nDisallow: /") : TestServer.Html("x"));
        await using TestServer server = new(path =>
            path == "/" ? TestServer.Status(302, $"Location: {target.Url("/page.html")}") : TestServer.Status(404));

        await Crawl.OfAsync(server, o => o with { AllowHosts = [server.Host, target.Host] });

        Assert.Equal(["/robots.txt"], target.Paths);
    }

    [Fact]
    public async Task Sends_no_cookie_that_a_host_has_set()
    {
        await using TestServer server = new(path => path switch
        {
            "/" => TestServer.Status(302, "Location: /a", "Set-Cookie: s=1"),
            _ => TestServer.Html("x"),
        });

        await Crawl.OfAsync(server);

        Assert.DoesNotContain(server.Requests, r => r.Head.Contains("Cookie", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Bounds_the_body_of_a_redirect()
    {
        await using TestServer server = new(path => path == "/"
            ? TestServer.Response(301, new byte[3 << 20], "Location: /a") : TestServer.Html("x"));

        (_, ListSink sink) = await Crawl.OfAsync(
            server, o => o with { Limits = o.Limits with { MaxWireBytes = 1 << 20 } });

        Assert.Equal(1 << 20, sink["/"].Body.Length);
        Assert.Contains("/a", sink.Paths);
    }

    [Theory]
    [InlineData("<meta http-equiv=refresh content='0;url={0}'>")]
    [InlineData("<script>location.href='{0}'</script>")]
    public async Task Checks_scope_where_the_page_itself_sends_its_reader_on(string page)
    {
        string[] targets = ["file:///etc/passwd", "http://127.0.0.1:1/", "http://169.254.169.254/", "//[::1]:1/", "/private/a.html"];
        await using TestServer server = new(path => path switch
        {
            "/robots.txt" => TestServer.Text("User-agent: *\nDisallow: /private"),
            "/" => TestServer.Html(string.Concat(targets.Append("/next.html")
                .Select(t => page.Replace("{0}", t, StringComparison.Ordinal)))),
            _ => TestServer.Html("reached"),
        });

        (_, ListSink sink) = await Crawl.OfAsync(server);

        Assert.Equal(["/robots.txt", "/", "/next.html"], sink.Paths);
    }

    [Theory]
    [InlineData("/a\r\nX-Evil: 1")]
    [InlineData("/a%0d%0aX-Evil:%201")]
    [InlineData("/\t/a")]
    public async Task Makes_no_field_of_what_a_location_smuggles(string location)
    {
        await using TestServer server = new(path => path switch
        {
            "/" => TestServer.Status(302, $"Location: {location}"),
            _ => TestServer.Html("x"),
        });

        await Crawl.OfAsync(server);

        Assert.DoesNotContain(server.Requests, r => r.Head.Contains("\nX-Evil", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Keeps_the_connections_of_two_hosts_apart()
    {
        await using TestServer other = new(_ => TestServer.Html("<p>other</p>"));
        await using TestServer server = new(path => path switch
        {
            "/" => TestServer.Status(302, $"Location: {other.Url("/x.html")}"),
            _ => TestServer.Status(404),
        });

        (_, ListSink sink) = await Crawl.OfAsync(server, o => o with { AllowHosts = [server.Host, other.Host] });

        Assert.Equal(["/robots.txt", "/x.html"], other.Paths);
        Assert.Equal(["/robots.txt", "/"], server.Paths);
        Assert.All(other.Requests, r => Assert.Contains($"Host: {other.Host}", r.Head, StringComparison.Ordinal));
        Assert.Equal(4, sink.Kept.Count);
    }

    [Fact]
    public async Task Uses_no_proxy_of_the_environment_and_sends_no_credentials()
    {
        await using TestServer proxy = new(_ => TestServer.Html("proxied"));
        await using TestServer server = new(path => path == "/"
            ? TestServer.Status(401, "WWW-Authenticate: Basic realm=x") : TestServer.Status(404));
        string? before = Environment.GetEnvironmentVariable("http_proxy");
        Environment.SetEnvironmentVariable("http_proxy", $"http://user:secret@{proxy.Host}/");
        try
        {
            await Crawl.OfAsync(server);
        }
        finally
        {
            Environment.SetEnvironmentVariable("http_proxy", before);
        }

        Assert.Empty(proxy.Requests);
        Assert.Equal(["/robots.txt", "/"], server.Paths);
        Assert.DoesNotContain(server.Requests, r => r.Head.Contains("Authorization", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Follows_to_the_other_scheme_of_a_host_only_with_that_origins_rules()
    {
        await using TestServer server = new(path => path == "/"
            ? TestServer.Status(301, "Location: https://www.test.gov.cn/") : TestServer.Status(404));

        (CrawlSummary summary, _) = await Crawl.OfAsync(
            server, o => o with { Limits = o.Limits with { MaxRetries = 0, ConnectTimeout = TimeSpan.FromMilliseconds(200) } });

        Assert.Equal(["/robots.txt", "/"], server.Paths);
        Assert.Equal(0, summary.Hosts.Single(h => h.Host == "www.test.gov.cn").Fetched);
    }
}
