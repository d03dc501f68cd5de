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
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

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
        long last = 0;
        await using TestServer honest = new(path =>
        {
            last = TimeProvider.System.GetTimestamp();
            return path == "/" ? TestServer.Html(string.Concat(Enumerable.Range(0, 100).Select(i => $"<a href=/{i}.html>第{i}号</a>")))
                : TestServer.Html("<p>x</p>");
        });
        using TempFolder folder = new();
        CrawlOptions options = Crawl.Options(folder, new LeapingClock(), honest);
        string[] hosts = [.. slow.Select(s => s.Host), honest.Host];
        options = options with
        {
            Seeds = [.. slow.Select(s => s.Address), honest.Url("/")],
            AllowHosts = hosts,
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
        long started = TimeProvider.System.GetTimestamp();

        (CrawlSummary summary, ListSink sink) = await Crawl.RunAsync(options);

        TimeSpan all = TimeProvider.System.GetElapsedTime(started);
        TimeSpan served = TimeProvider.System.GetElapsedTime(started, last);
        Assert.Equal(101, summary.Hosts.Single(h => h.Host == honest.Host).Fetched);
        Assert.All(summary.Hosts.Where(h => h.Host != honest.Host), h => Assert.Equal(0, h.Fetched));
        Assert.All(slow, s => Assert.InRange(s.LongestConnection, TimeSpan.Zero, (Limit * 2) + TimeSpan.FromSeconds(1)));
        TestContext.Current.TestOutputHelper?.WriteLine($"honest host done after {served}, all after {all}");
        foreach (SlowServer server in slow)
        {
            await server.DisposeAsync();
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
