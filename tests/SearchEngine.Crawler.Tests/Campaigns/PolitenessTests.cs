using SearchEngine.TestKit;

namespace SearchEngine.Crawler.Tests.Campaigns;

/// <summary>
/// Twenty hosts walked by eight workers on a clock that leaps: one request at a time, and never sooner than the pause, the
/// host's wish or its Retry-After allow. AMOUNT_A7 says how many fetches, 1,000 otherwise.
/// </summary>
public sealed class PolitenessTests
{
    private const int Hosts = 20;
    private const int RetryAfterSeconds = 40;

    [Fact]
    public async Task No_host_is_asked_sooner_than_it_wishes_nor_twice_at_once()
    {
        int pages = Amount.Of("A7", 1_000) / Hosts;
        LeapingClock clock = new();
        PoliteHost[] hosts = [.. Enumerable.Range(0, Hosts).Select(i => new PoliteHost(i, pages, clock))];
        try
        {
            using TempFolder folder = new();
            CrawlOptions options = Crawl.Options(folder, clock, [.. hosts.Select(h => h.Server)]);

            (CrawlSummary summary, _) = await Crawl.RunAsync(options);

            Assert.True(summary.Finished);
            Assert.All(hosts, host => host.Verify());
            Assert.Equal(hosts.Count(h => h.Delay > 300), summary.EndedHosts.Count);
            TestContext.Current.TestOutputHelper?.WriteLine(
                $"{hosts.Sum(h => h.Server.Requests.Count)} requests to {Hosts} hosts, 0 violations");
        }
        finally
        {
            foreach (PoliteHost host in hosts)
            {
                await host.Server.DisposeAsync();
            }
        }
    }

    /// <summary>A host with a wish of its own, which now and then says to come back later.</summary>
    private sealed class PoliteHost
    {
        private readonly int _pages;
        private readonly HashSet<string> _sentAway = new(StringComparer.Ordinal);
        private readonly Dictionary<int, double> _asked = [];

        public PoliteHost(int number, int pages, TimeProvider clock)
        {
            _pages = pages;
            Delay = number switch
            {
                0 => 301,
                1 => 300,
                _ => number % 4 == 0 ? 2 + number : number % 4 == 1 ? 0.5 : 0,
            };
            Server = new TestServer(Answer, clock);
        }

        public TestServer Server { get; }

        /// <summary>Seconds that robots.txt asks for; 0 asks for nothing.</summary>
        public double Delay { get; }

        public void Verify()
        {
            if (Delay > 300)
            {
                Assert.Equal(["/robots.txt"], Server.Paths);
                return;
            }

            Assert.Equal(1, Server.MostInFlight);

            // Two days on the leaping clock: robots.txt is asked for again, the pages are not.
            Assert.Equal(_pages + _sentAway.Count, Server.Paths.Count(p => p != "/robots.txt"));
            long[] times = [.. Server.Requests.Select(r => r.At)];
            for (int i = 1; i < times.Length; i++)
            {
                double least = Math.Max(i == 1 ? 3 : Math.Max(3, Delay), _asked.GetValueOrDefault(i));
                double gap = TimeSpan.FromTicks(times[i] - times[i - 1]).TotalSeconds;
                Assert.True(gap >= least, $"{Server.Host} was asked after {gap} s instead of {least} s (request {i})");
            }
        }

        private byte[]? Answer(string path)
        {
            if (path == "/robots.txt")
            {
                return Delay > 0 ? TestServer.Text($"User-agent: *\nCrawl-delay: {Delay}") : TestServer.Status(404);
            }

            int page = path == "/" ? 0 : int.Parse(path[1..^5], System.Globalization.CultureInfo.InvariantCulture);
            if (page % 17 == 5 && Delay < 300 && _sentAway.Add(path))
            {
                _asked[Server.Requests.Count + 1] = RetryAfterSeconds;
                return TestServer.Status(page % 2 == 0 ? 503 : 429, $"Retry-After: {RetryAfterSeconds}");
            }

            // Ten links a page, so that the whole host is within reach of the depth allowed.
            return TestServer.Html(string.Concat(
                Enumerable.Range((page * 10) + 1, 10).Where(n => n < _pages).Select(n => $"<a href='/{n}.html'>{n} 号文件</a>")));
        }
    }
}
