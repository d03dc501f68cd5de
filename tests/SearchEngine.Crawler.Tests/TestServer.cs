using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SearchEngine.Crawler.Tests;

/// <summary>
/// An HTTP/1.1 server on a loopback port that answers with exactly the bytes a test says, and notes every request. The
/// handler gets the path and gives the whole response; null closes the connection without a word.
/// </summary>
internal sealed class TestServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<string, byte[]?> _handler;
    private readonly TimeProvider _clock;
    private readonly Task _accepting;
    private int _inFlight;

    public TestServer(Func<string, byte[]?> handler, TimeProvider? clock = null)
    {
        _handler = handler;
        _clock = clock ?? TimeProvider.System;
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _accepting = AcceptAsync();
    }

    public int Port { get; }

    public string Host => $"127.0.0.1:{Port}";

    public string Url(string path) => $"http://{Host}{path}";

    /// <summary>Requests in order: path, head, arrival and end by the server's clock.</summary>
    public ConcurrentQueue<TestRequest> Requests { get; } = new();

    public IEnumerable<string> Paths => Requests.Select(r => r.Path);

    public int MostInFlight { get; private set; }

    public int Connections { get; private set; }

    public static TestServer Of(IReadOnlyDictionary<string, string> pages, TimeProvider? clock = null) =>
        new(path => pages.TryGetValue(path, out string? html) ? Html(html) : Status(404), clock);

    public static byte[] Html(string html) => Response(200, Encoding.UTF8.GetBytes(html), "Content-Type: text/html");

    public static byte[] Text(string text) => Response(200, Encoding.UTF8.GetBytes(text), "Content-Type: text/plain");

    public static byte[] Status(int status, params string[] headers) => Response(status, [], headers);

    public static byte[] Response(int status, byte[] body, params string[] headers)
    {
        string head = $"HTTP/1.1 {status} Test\r\n{string.Concat(headers.Select(h => h + "\r\n"))}"
            + $"Content-Length: {body.Length}\r\n\r\n";
        return [.. Encoding.Latin1.GetBytes(head), .. body];
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        await _accepting;
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        List<Task> serving = [];
        try
        {
            while (true)
            {
                TcpClient client = await _listener.AcceptTcpClientAsync(_stop.Token);
                Connections++;
                serving.Add(Task.Run(() => ServeAsync(client)));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(serving);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                NetworkStream stream = client.GetStream();
                while (await ReadHeadAsync(stream) is { } head)
                {
                    MostInFlight = Math.Max(MostInFlight, Interlocked.Increment(ref _inFlight));
                    long arrived = _clock.GetTimestamp();
                    string path = head.Split(' ', 3)[1];
                    byte[]? response = _handler(path);
                    Requests.Enqueue(new TestRequest(path, head, arrived));
                    Interlocked.Decrement(ref _inFlight);
                    if (response is null)
                    {
                        return;
                    }

                    await stream.WriteAsync(response, _stop.Token);
                    if (!Encoding.Latin1.GetString(response).Contains("Content-Length", StringComparison.OrdinalIgnoreCase))
                    {
                        return;
                    }
                }
            }
            catch (Exception e) when (e is IOException or OperationCanceledException or SocketException)
            {
            }
        }
    }

    private async Task<string?> ReadHeadAsync(NetworkStream stream)
    {
        List<byte> head = [];
        byte[] one = new byte[1];
        while (await stream.ReadAsync(one, _stop.Token) == 1)
        {
            head.Add(one[0]);
            if (head.Count > 3 && head[^1] == '\n' && head[^3] == '\n')
            {
                return Encoding.Latin1.GetString([.. head]);
            }
        }

        return null;
    }
}
