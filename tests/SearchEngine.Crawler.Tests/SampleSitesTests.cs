using System.Globalization;

namespace SearchEngine.Crawler.Tests;

/// <summary>The five sample sites, served as files on five ports.</summary>
public sealed class SampleSitesTests
{
    private static readonly TimeSpan Delay = TimeSpan.FromMilliseconds(50);

    [Fact]
    public async Task Finds_every_page_of_the_sample_sites_and_none_that_is_forbidden()
    {
        string root = SharedFolder.Require("sites");
        LeapingClock clock = new();
        SortedDictionary<string, TestServer> sites = new(StringComparer.Ordinal);
        foreach (string folder in Directory.GetDirectories(root))
        {
            sites.Add(Path.GetFileName(folder), new TestServer(path => File200(folder, path), clock));
        }

        using TempFolder store = new();
        CrawlOptions options = Crawl.Options(store, clock, [.. sites.Values]);
        options = options with { Delay = Delay, Seeds = [.. sites.Values.Select(s => s.Url("/index.html"))] };
        (CrawlSummary summary, _) = await Crawl.RunAsync(options);
        List<(string Site, string Path)> first = Fetched(sites);
        Dictionary<string, int> before = sites.ToDictionary(s => s.Key, s => s.Value.Requests.Count);
        await Crawl.RunAsync(options);
        HashSet<(string, string)> held = [.. sites.SelectMany(s => PagesIn(Path.Combine(root, s.Key)).Select(p => (s.Key, p)))];

        foreach ((string site, TestServer server) in sites)
        {
            HashSet<string> asked = [.. first.Where(f => f.Site == site).Select(f => f.Path)];
            IEnumerable<string> missing = PagesIn(Path.Combine(root, site)).Where(p => !asked.Contains(p)
                && !(p.EndsWith("/index.html", StringComparison.Ordinal) && asked.Contains(p[..^"index.html".Length])));
            Assert.Equal([], missing);
            Assert.Equal("/robots.txt", server.Paths.First());
            Assert.Equal(asked.Count, first.Count(f => f.Site == site));
            Assert.DoesNotContain(server.Paths, p => p.StartsWith("/admin/", StringComparison.Ordinal));
            IEnumerable<TestRequest> again = server.Requests.Skip(before[site]).Where(r => held.Contains((site, r.Path)));
            Assert.All(again, r => Assert.Contains("If-Modified-Since", r.Head, StringComparison.Ordinal));
        }

        long[] slow = [.. sites["changzhi-shangdang"].Requests.Select(r => r.At)];
        Assert.All(slow.Skip(1).Zip(slow.Skip(2), (a, b) => b - a), gap => Assert.True(gap >= TimeSpan.FromSeconds(1).Ticks));
        Assert.True(summary.Finished);
        foreach (TestServer server in sites.Values)
        {
            await server.DisposeAsync();
        }
    }

    private static IEnumerable<string> PagesIn(string folder) =>
        Directory.GetFiles(folder, "*", SearchOption.AllDirectories)
            .Select(f => "/" + Path.GetRelativePath(folder, f).Replace('\\', '/'))
            .Where(p => p != "/robots.txt" && !p.StartsWith("/admin/", StringComparison.Ordinal));

    private static List<(string Site, string Path)> Fetched(IEnumerable<KeyValuePair<string, TestServer>> sites) =>
        [.. sites.SelectMany(s => s.Value.Paths.Where(p => p != "/robots.txt").Select(p => (s.Key, p)))];

    private static byte[] File200(string folder, string path)
    {
        string file = Path.Combine(folder, path.Split('?')[0].TrimStart('/'));
        file = Directory.Exists(file) ? Path.Combine(file, "index.html") : file;
        if (!File.Exists(file))
        {
            return TestServer.Status(404);
        }

        string type = Path.GetExtension(file) switch
        {
            ".html" => "text/html",
            ".xml" => "application/xml",
            ".pdf" => "application/pdf",
            _ => "text/plain",
        };
        string modified = File.GetLastWriteTimeUtc(file).ToString("R", CultureInfo.InvariantCulture);
        return TestServer.Response(200, File.ReadAllBytes(file), $"Content-Type: {type}", $"Last-Modified: {modified}");
    }
}
