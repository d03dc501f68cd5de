using System.Net;
using System.Net.Sockets;
using SearchEngine.Crawler.Scope;

namespace SearchEngine.Crawler.Tests.Scope;

/// <summary>
/// Spellings that have led other crawlers to loopback, given as links on a page whose host may be crawled; and the guard
/// alone, where even the allow-list names the host.
/// </summary>
public sealed class HostileUrlTests
{
    private const string Spellings = """
        http://127.0.0.1:{0}/
        http://127.1:{0}/
        http://127.0.1:{0}/
        http://0x7f.1:{0}/
        http://0x7f.0.0.1:{0}/
        http://0x7f000001:{0}/
        http://2130706433:{0}/
        http://0177.0.0.1:{0}/
        http://0177.1:{0}/
        http://017700000001:{0}/
        http://127.000.000.001:{0}/
        http://0:{0}/
        http://0.0.0.0:{0}/
        http://0x0:{0}/
        http://127.0.0.1.:{0}/
        http://①②⑦.⓪.⓪.①:{0}/
        http://１２７.０.０.１:{0}/
        http://127。0。0。1:{0}/
        http://127．0．0．1:{0}/
        http://127｡0｡0｡1:{0}/
        http://%31%32%37.0.0.1:{0}/
        http://127.0.0.1%2e:{0}/
        http://localhost:{0}/
        http://LOCALHOST:{0}/
        http://localhost.:{0}/
        http://localhost.localdomain:{0}/
        http://ⓛocalhost:{0}/
        http://[::1]:{0}/
        http://[0:0:0:0:0:0:0:1]:{0}/
        http://[::ffff:127.0.0.1]:{0}/
        http://[::ffff:7f00:1]:{0}/
        http://[::127.0.0.1]:{0}/
        http://[64:ff9b::7f00:1]:{0}/
        http://[2002:7f00:1::]:{0}/
        http://[::]:{0}/
        http://[fe80::1%25lo]:{0}/
        http://[::1%25lo]:{0}/
        http://www.gov.cn@127.0.0.1:{0}/
        http://www.gov.cn:80@127.0.0.1:{0}/
        http://127.0.0.1:{0}@www.gov.cn/
        http://www.gov.cn%40127.0.0.1:{0}/
        http://www.gov.cn\@127.0.0.1:{0}/
        http://127.0.0.1\@www.gov.cn:{0}/
        http://127.0.0.1:{0}:80/
        http://127.0.0.1:{0}#.gov.cn/
        http://127.0.0.1:{0}?.gov.cn/
        http://127.0.0.1:{0}/.gov.cn
        http:127.0.0.1:{0}/
        http:/127.0.0.1:{0}/
        http:///127.0.0.1:{0}/
        http:\\127.0.0.1:{0}\
        //127.0.0.1:{0}/
        ///127.0.0.1:{0}/
        \\127.0.0.1:{0}\
        /\127.0.0.1:{0}/
        HTTP://127.0.0.1:{0}/
        hTtPs://127.0.0.1:{0}/
        https://127.0.0.1:{0}/
        ftp://127.0.0.1:{0}/
        gopher://127.0.0.1:{0}/_GET
        file://127.0.0.1:{0}/etc/passwd
        file:///etc/passwd
        dict://127.0.0.1:{0}/
        ws://127.0.0.1:{0}/
        data:text/html,<a>x</a>
        javascript:location='http://127.0.0.1:{0}/'
        view-source:http://127.0.0.1:{0}/
        jar:http://127.0.0.1:{0}!/
        http://127.0.0.1:0/
        http://127.0.0.1:22/
        http://127.0.0.1:25/
        http://127.0.0.1:6379/
        http://127.0.0.1:99999/
        http://:{0}/
        http://.:{0}/
        http://gov.cn.127.0.0.1.nip.io:{0}/
        http://xgov.cn:{0}/
        http://www.gov.cn:{0}/
        http://169.254.169.254/latest/meta-data/
        http://a.gov.cn:{0}\@b/
        """;

    [Fact]
    public async Task Leads_no_spelling_to_a_canary_on_loopback()
    {
        using TcpListener canary = new(IPAddress.Loopback, 0);
        canary.Start();
        int port = ((IPEndPoint)canary.LocalEndpoint).Port;
        string[] links = [.. Spellings.Replace("{0}", $"{port}", StringComparison.Ordinal).Split('\n'),
            $"http://{new string('a', 8192)}:{port}/", $"http://127.0.0.1:{port}/\r\nHost: www.gov.cn"];
        string page = string.Concat(links.Select(l => $"<a href=\"{WebUtility.HtmlEncode(l)}\">x</a>"));
        await using TestServer server = TestServer.Of(new Dictionary<string, string> { ["/"] = page });

        (CrawlSummary summary, _) = await Crawl.OfAsync(server);

        Assert.True(links.Length >= 80, $"{links.Length} spellings");
        Assert.Equal(1, summary.Hosts.Single(h => h.Host == server.Host).Fetched);
        Assert.DoesNotContain(summary.Hosts, h => h.Host.EndsWith($":{port}", StringComparison.Ordinal));
        Assert.False(canary.Pending(), "something connected to the canary");
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("203.0.113.9", "10.0.0.1")]
    [InlineData("8.8.8.8", "127.0.0.1")]
    [InlineData("8.8.8.8", "::1")]
    [InlineData("::ffff:8.8.8.8")]
    [InlineData("169.254.169.254")]
    [InlineData]
    public async Task Refuses_a_name_with_any_forbidden_address_and_dials_none(params string[] answers)
    {
        using TempFolder folder = new();
        CrawlOptions options = new()
        {
            Seeds = ["http://www.test.gov.cn/"],
            FrontierPath = folder["f.db"],
            TimeProvider = new LeapingClock(),
        };
        FixedResolver resolver = new([.. answers.Select(IPAddress.Parse)]);

        (CrawlSummary summary, ListSink sink) = await Crawl.RunAsync(options, resolver);

        Assert.Empty(sink.Kept);
        Assert.Equal(1, summary.Refused);
        Assert.True(resolver.Asked > 0);
    }

    [Fact]
    public async Task Refuses_too_many_addresses()
    {
        using TempFolder folder = new();
        CrawlOptions options = new()
        {
            Seeds = ["http://www.test.gov.cn/"],
            FrontierPath = folder["f.db"],
            TimeProvider = new LeapingClock(),
        };

        (CrawlSummary summary, _) = await Crawl.RunAsync(
            options, new FixedResolver([.. Enumerable.Repeat(IPAddress.Parse("8.8.8.8"), 64)]));

        Assert.Equal(1, summary.Refused);
    }

    private sealed class FixedResolver(IPAddress[] answers) : IHostResolver
    {
        public int Asked { get; private set; }

        public Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancellation)
        {
            Asked++;
            return Task.FromResult(answers);
        }
    }
}
