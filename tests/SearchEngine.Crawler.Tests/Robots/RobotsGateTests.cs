using System.Text;

namespace SearchEngine.Crawler.Tests.Robots;

public sealed class RobotsGateTests
{
    [Theory]
    [InlineData(200, true)]
    [InlineData(204, true)]
    [InlineData(400, true)]
    [InlineData(401, true)]
    [InlineData(403, true)]
    [InlineData(404, true)]
    [InlineData(410, true)]
    [InlineData(429, false)]
    [InlineData(500, false)]
    [InlineData(502, false)]
    [InlineData(503, false)]
    [InlineData(504, false)]
    [InlineData(599, false)]
    public async Task Lets_the_status_of_robots_txt_decide(int status, bool crawls)
    {
        await using TestServer server = new(path =>
            path == "/robots.txt" ? TestServer.Status(status) : TestServer.Html("<p>page</p>"));

        (CrawlSummary summary, _) = await Crawl.OfAsync(server);

        Assert.Equal(crawls, server.Paths.Contains("/"));
        Assert.Equal(crawls ? 0 : 1, summary.Refused);
    }

    [Fact]
    public async Task Fetches_no_page_when_robots_txt_cannot_be_had()
    {
        await using TestServer server = new(path => path == "/robots.txt" ? null : TestServer.Html("x"));

        (CrawlSummary summary, _) = await Crawl.OfAsync(server);

        Assert.DoesNotContain("/", server.Paths);
        Assert.Equal(1, summary.Refused + summary.Failed);
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task Obeys_the_rules_that_a_redirect_leads_to(int status)
    {
        await using TestServer server = new(path => path switch
        {
            "/robots.txt" => TestServer.Status(status, "Location: /rules/robots.txt"),
            "/rules/robots.txt" => TestServer.Text("User-agent: *\nDisallow: /a"),
            _ => TestServer.Html("<a href=/a.html>x</a><a href=/b.html>x</a>"),
        });

        await Crawl.OfAsync(server);

        Assert.Equal(["/robots.txt", "/rules/robots.txt", "/", "/b.html"], server.Paths);
    }

    [Theory]
    [InlineData("HTTP/1.1 300 Choices\r\nContent-Length: 0\r\n\r\n", true)]
    [InlineData("HTTP/1.1 304 Same\r\nContent-Length: 0\r\n\r\n", true)]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 57\r\n\r\n<html><title>404</title><p>User-agent: x</p></html>       ", true)]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nContent-Length: 4\r\n\r\n\u0089PNG", true)]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 26\r\n\r\nUser-agent: *\rDisallow: /\r", false)]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nUser-", false)]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Le", false)]
    [InlineData("220 mail.example ESMTP\r\n\r\n", false)]
    [InlineData("", false)]
    public async Task Lets_the_shape_of_the_answer_decide(string answer, bool crawls)
    {
        await using TestServer server = new(path => path != "/robots.txt" ? TestServer.Html("<p>page</p>")
            : Encoding.Latin1.GetBytes(answer));

        (CrawlSummary summary, _) = await Crawl.OfAsync(
            server, o => o with { Limits = o.Limits with { HeadersTimeout = TimeSpan.FromSeconds(1), MaxRetries = 1 } });

        Assert.Equal(crawls, server.Paths.Contains("/"));
        Assert.True(summary.Finished);
    }

    [Fact]
    public async Task Fetches_no_page_behind_a_handshake_that_fails()
    {
        await using TestServer server = new(_ => TestServer.Html("x"));

        (CrawlSummary summary, _) = await Crawl.OfAsync(server, o => o with { Seeds = [$"https://{server.Host}/"] });

        Assert.Equal(0, summary.Fetched);
        Assert.DoesNotContain(server.Requests, r => r.Head.StartsWith("GET ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(5, false)]
    [InlineData(6, true)]
    public async Task Follows_five_redirects_of_robots_txt(int hops, bool crawls)
    {
        await using TestServer server = new(path =>
        {
            int hop = path == "/robots.txt" ? 0 : path.StartsWith("/r", StringComparison.Ordinal) ? path[2] - '0' : -1;
            return hop < 0 ? TestServer.Html("page")
                : hop < hops ? TestServer.Status(302, $"Location: /r{hop + 1}")
                : TestServer.Text("User-agent: *\nDisallow: /");
        });

        await Crawl.OfAsync(server);

        Assert.Equal(crawls, server.Paths.Contains("/"));
    }

    [Fact]
    public async Task Reads_half_a_megabyte_of_a_longer_file()
    {
        string robots = "User-agent: *\nDisallow: /private\n" + new string('#', 600 << 10);
        await using TestServer server = new(path => path == "/robots.txt" ? TestServer.Text(robots)
            : TestServer.Html("<a href=/private/a.html></a>"));

        await Crawl.OfAsync(server);

        Assert.DoesNotContain("/private/a.html", server.Paths);
    }

    [Fact]
    public async Task Asks_again_after_a_day_and_not_before()
    {
        LeapingClock clock = new();
        await using TestServer server = TestServer.Of(
            new Dictionary<string, string> { ["/robots.txt"] = "User-agent: *", ["/"] = "x" }, clock);
        using TempFolder folder = new();
        CrawlOptions options = Crawl.Options(folder, clock, server);

        await Crawl.RunAsync(options);
        await Crawl.RunAsync(options);
        clock.Advance(TimeSpan.FromHours(24));
        await Crawl.RunAsync(options);

        Assert.Equal(["/robots.txt", "/", "/", "/robots.txt", "/"], server.Paths);
    }

    [Fact]
    public async Task Skips_a_host_that_asks_for_more_than_five_minutes()
    {
        await using TestServer server = new(path => path == "/robots.txt"
            ? TestServer.Text("User-agent: *\nCrawl-delay: 301") : TestServer.Html("x"));

        (CrawlSummary summary, _) = await Crawl.OfAsync(server);

        Assert.Equal(["/robots.txt"], server.Paths);
        Assert.Single(summary.EndedHosts);
    }

    [Fact]
    public async Task Follows_sitemaps_with_relative_entries_and_refuses_document_types()
    {
        await using TestServer server = new(path => path switch
        {
            "/robots.txt" => TestServer.Text("User-agent: *\nSitemap: /sitemap.xml\nSitemap: evil.xml"),
            "/sitemap.xml" => Xml("<sitemapindex><sitemap><loc>maps/1.xml</loc></sitemap></sitemapindex>"),
            "/maps/1.xml" => Xml("<urlset><url><loc>/a.html</loc></url><url><loc><![CDATA[ b.html ]]></loc></url></urlset>"),
            "/evil.xml" => Xml("<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><urlset><url><loc>/&e;</loc></url></urlset>"),
            _ => TestServer.Html("<p>page</p>"),
        });

        await Crawl.OfAsync(server);

        Assert.Equal(
            ["/", "/a.html", "/evil.xml", "/maps/1.xml", "/maps/b.html", "/robots.txt", "/sitemap.xml"],
            server.Paths.Order(StringComparer.Ordinal));
    }

    private static byte[] Xml(string xml) =>
        TestServer.Response(200, Encoding.UTF8.GetBytes(xml), "Content-Type: application/xml");
}
