using System.Globalization;
using System.Text;
using SearchEngine.TestKit;

namespace SearchEngine.Crawler.Tests.Campaigns;

/// <summary>
/// Twenty hosts of which every tenth page is in some trouble: the crawl ends by itself, has every page that could be had,
/// and asks for none more often than the rules allow. AMOUNT_FAULTY says how many pages, 500 otherwise.
/// </summary>
public sealed class FaultySitesTests
{
    private const int Hosts = 20;

    [Fact]
    public async Task A_crawl_over_faulty_hosts_has_every_page_that_could_be_had()
    {
        int pages = Amount.Of("FAULTY", 500) / Hosts;
        LeapingClock clock = new();
        FaultyHost[] hosts = [.. Enumerable.Range(0, Hosts).Select(i => new FaultyHost(i, pages, clock))];
        try
        {
            using TempFolder folder = new();
            (CrawlSummary summary, ListSink sink) =
                await Crawl.RunAsync(Crawl.Options(folder, clock, [.. hosts.Select(h => h.Server)]));

            Assert.True(summary.Finished);
            Assert.Empty(summary.EndedHosts);
            ILookup<string, int> statuses = sink.Kept.Where(e => e.Truncated is null).ToLookup(e => e.Url, e => e.Status);
            foreach (FaultyHost host in hosts)
            {
                host.Verify(statuses);
            }

            Assert.Equal(hosts.Sum(h => h.Whole), summary.Fetched);
            Assert.Equal(hosts.Sum(h => h.Lost), summary.Failed);
            TestContext.Current.TestOutputHelper?.WriteLine(
                $"{summary.Fetched} pages kept, {summary.Failed} reported as failed, {summary.Responses} responses");
        }
        finally
        {
            foreach (FaultyHost host in hosts)
            {
                await host.Server.DisposeAsync();
            }
        }
    }

    private enum Fault
    {
        None,
        Busy,
        Hangup,
        Cut,
        Missing,
        Broken,
    }

    private sealed class FaultyHost
    {
        private readonly int _number;
        private readonly int _pages;
        private readonly HashSet<int> _seen = [];

        public FaultyHost(int number, int pages, TimeProvider clock)
        {
            _number = number;
            _pages = pages;
            Server = new TestServer(Answer, clock);
        }

        public TestServer Server { get; }

        public int Whole => Enumerable.Range(0, _pages).Count(p => !IsLost(p));

        public int Lost => _pages - Whole;

        public void Verify(ILookup<string, int> statuses)
        {
            Assert.Equal(1, Server.MostInFlight);
            for (int page = 0; page < _pages; page++)
            {
                string path = page == 0 ? "/" : $"/{page}.html";
                Assert.Equal(!IsLost(page), statuses[Server.Url(path)].Contains(200));
                int most = FaultOf(page) switch { Fault.None or Fault.Missing => 1, Fault.Broken => 4, _ => 2 };
                Assert.InRange(Server.Paths.Count(p => p == path), 1, most);
            }
        }

        private bool IsLost(int page) => FaultOf(page) is Fault.Missing or Fault.Broken;

        // One page in ten; leaves only where the page is lost, since what it alone leads to would be lost with it.
        private Fault FaultOf(int page)
        {
            int draw = ((page * 31) + (_number * 7)) % 50;
            bool leaf = (page * 10) + 1 >= _pages;
            return page == 0 ? Fault.None : draw switch
            {
                0 => Fault.Busy,
                11 => Fault.Hangup,
                23 => Fault.Cut,
                31 when leaf => Fault.Missing,
                42 when leaf => Fault.Broken,
                _ => Fault.None,
            };
        }

        private byte[]? Answer(string path)
        {
            if (path == "/robots.txt")
            {
                return TestServer.Status(404);
            }

            int page = path == "/" ? 0 : int.Parse(path[1..^5], CultureInfo.InvariantCulture);
            byte[] whole = TestServer.Html(string.Concat(
                Enumerable.Range((page * 10) + 1, 10).Where(n => n < _pages).Select(n => $"<a href='/{n}.html'>{n} 号文件</a>")));
            bool first = _seen.Add(page);
            return FaultOf(page) switch
            {
                Fault.Missing => TestServer.Status(404),
                Fault.Broken => TestServer.Status(500),
                Fault.Busy when first => TestServer.Status(503),
                Fault.Hangup when first => null,

                // Says more than it sends; the server closes where no length is stated in the head that it knows.
                Fault.Cut when first => Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabc"),
                _ => whole,
            };
        }
    }
}
