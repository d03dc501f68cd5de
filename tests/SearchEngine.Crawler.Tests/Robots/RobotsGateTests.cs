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
