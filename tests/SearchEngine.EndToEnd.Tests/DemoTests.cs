using System.Net;
using System.Net.Sockets;
using SearchEngine.EndToEnd.Tests.Processes;

namespace SearchEngine.EndToEnd.Tests;

/// <summary>The README's first command.</summary>
public sealed class DemoTests
{
    [Fact]
    public async Task The_demo_ends_with_a_page_that_shows_the_phrase()
    {
        using var store = new TemporaryStore();
        int port = FreePort();
        await using Product demo = Product.Start("demo", "--port", $"{port}", "--store", store.Folder);
        string address = await demo.AddressAsync();
        using var http = new HttpClient();

        string page = await http.GetStringAsync(new Uri($"{address}/search?q=府院联动"), TestContext.Current.CancellationToken);

        Assert.Equal($"http://127.0.0.1:{port}", address.TrimEnd('/'));
        Assert.Contains("<mark", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_demo_twice_holds_every_report_once()
    {
        using var store = new TemporaryStore();

        Outcome first = await Product.RunAsync("demo", "--no-serve", "--store", store.Folder);
        Outcome second = await Product.RunAsync("demo", "--no-serve", "--store", store.Folder);

        Assert.Equal((0, 0), (first.ExitCode, second.ExitCode));
        Assert.Equal(await Expected.ReportsAsync(), await Held.ReportsAsync(store));
    }

    [Fact]
    public async Task The_server_of_a_demo_that_is_killed_ends_too()
    {
        using var store = new TemporaryStore();
        int port = FreePort();
        await using Product demo = Product.Start("demo", "--port", $"{port}", "--store", store.Folder);
        await demo.AddressAsync();

        demo.KillAlone();
        await demo.EndAsync();

        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (IsListening(port))
            patience.Token.ThrowIfCancellationRequested();
    }

    private static bool IsListening(int port)
    {
        try
        {
            using var client = new TcpClient("127.0.0.1", port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
