using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SearchEngine.Crawler.Tests;

/// <summary>
/// Eight hosts that send a byte now and then, each in another part of its answer, and one honest host beside them. Limits
/// are a twentieth of the usual ones, so that the test ends soon.
/// </summary>
public sealed class SlowServersTests
{
    private const int Pages = 100;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    [Fact]
    public async Task Slow_senders_are_let_go_in_time_and_hold_up_nobody_else()
    {
        string[] beginnings =
        [
            "",
            "HTTP/1.1 200 OK\r\nX-Slow: ",
            "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n",
            "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n<p>",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n",
            "HTTP/1.0 200 OK\r\n\r\n<html>",
            "tls",
        ];
        List<SlowServer> slow = [.. beginnings.Select(b => new SlowServer(b))];
        List<long> asked = [];
        await using TestServer honest = new(path =>
        {
            asked.Add(TimeProvider.System.GetTimestamp());
            return path == "/" ? TestServer.Html(string.Concat(Enumerable.Range(0, Pages).Select(i => $"<a href=/{i}.html>第{i}号</a>")))
                : TestServer.Html("<p>x</p>");
        });
        // The first walk pays for what is compiled on the way.
        _ = await WalkAsync(honest, []);
        TimeSpan alone = await WalkAsync(honest, []);
        TimeSpan beside = await WalkAsync(honest, slow);

        Assert.All(slow, s => Assert.InRange(s.LongestConnection, TimeSpan.FromTicks(1), (Limit * 2) + TimeSpan.FromSeconds(1)));
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{Pages + 1} pages at {Pause.TotalMilliseconds} ms of a host alone in {alone.TotalSeconds:f2} s, beside eight slow ones in {beside.TotalSeconds:f2} s ({(beside / alone) - 1:p1} longer)");
        foreach (SlowServer server in slow)
        {
            await server.DisposeAsync();
        }

        // From the honest host's first request to its last.
        async Task<TimeSpan> WalkAsync(TestServer server, List<SlowServer> others)
        {
            asked.Clear();
            using TempFolder folder = new();
            CrawlOptions options = Crawl.Options(folder, TimeProvider.System, server);
            string[] hosts = [.. others.Select(s => s.Host), server.Host];
            options = options with
            {
                Seeds = [.. others.Select(s => s.Address), server.Url("/")],
                AllowHosts = hosts,
                Delay = Pause,
                Limits = options.Limits with
                {
                    MaxHostsAtOnce = hosts.Length,
                    MaxRetries = 0,
                    ConnectTimeout = Limit,
                    HeadersTimeout = Limit,
                    RateWindow = Limit,
                    TotalTimeout = Limit * 2,
                },
            };

            (CrawlSummary summary, _) = await Crawl.RunAsync(options);

            Assert.Equal(Pages + 1, summary.Hosts.Single(h => h.Host == server.Host).Fetched);
            Assert.All(summary.Hosts.Where(h => h.Host != server.Host), h => Assert.Equal(0, h.Fetched));
            return TimeProvider.System.GetElapsedTime(asked[0], asked[^1]);
        }
    }

    /// <summary>Sends the beginning of an answer at once and then a byte at a time, until the other side has had enough.</summary>
    private sealed class SlowServer : IAsyncDisposable
    {
        private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(100);
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
        private readonly CancellationTokenSource _stop = new();
        private readonly string _beginning;
        private readonly Task _serving;

        public SlowServer(string beginning)
        {
            _beginning = beginning;
            _listener.Start();
            Host = $"127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";
            _serving = ServeAsync();
        }

        public string Host { get; }

        public string Address => $"{(_beginning == "tls" ? "https" : "http")}://{Host}/";

        public TimeSpan LongestConnection { get; private set; }

        public async ValueTask DisposeAsync()
        {
            await _stop.CancelAsync();
            _listener.Dispose();
            await _serving;
            _stop.Dispose();
        }

        private async Task ServeAsync()
        {
            try
            {
                while (true)
                {
                    using TcpClient client = await _listener.AcceptTcpClientAsync(_stop.Token);
                    long since = TimeProvider.System.GetTimestamp();
                    await TrickleAsync(client.GetStream());
                    TimeSpan held = TimeProvider.System.GetElapsedTime(since);
                    LongestConnection = held > LongestConnection ? held : LongestConnection;
                }
            }
            catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
            {
            }
        }

        private async Task TrickleAsync(NetworkStream stream)
        {
            try
            {
                using PeriodicTimer timer = new(Tick);
                if (_beginning == "tls")
                {
                    // The first byte of a handshake record, and then its rest for ever.
                    await stream.WriteAsync(new byte[] { 0x16 }, _stop.Token);
                }
                else
                {
                    await stream.WriteAsync(Encoding.ASCII.GetBytes(_beginning), _stop.Token);
                }

                byte[] more = _beginning == "tls" ? [0x03] : "1"u8.ToArray();
                while (await timer.WaitForNextTickAsync(_stop.Token))
                {
                    await stream.WriteAsync(more, _stop.Token);
                }
            }
            catch (IOException)
            {
                // Let go.
            }
        }
    }
}
