using System.CommandLine;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using SearchEngine.Cli.Terminal;

namespace SearchEngine.Cli.Verbs;

/// <summary>
/// demo: the whole way over the shipped sample sites, each part in a process of its own. The one that serves the pages opens
/// no outbound connection; the one that crawls serves nobody.
/// </summary>
internal static class DemoVerb
{
    private const int DefaultPort = 5080;

    // The sites are our own and on this machine.
    private const string Delay = "0.2";

    public static Command Create()
    {
        var port = new Option<int>("--port")
        {
            Description = "网页的端口",
            HelpName = "N",
            DefaultValueFactory = _ => DefaultPort,
        };
        var noServe = new Option<bool>("--no-serve") { Description = "建好索引就结束，不打开网页" };
        Option<string> store = CommonOptions.Store();
        var command = new Command("demo", "采集自带的样例网站，归档、清洗、索引，打开网页") { port, noServe, store };
        command.SetAction(async (parsed, cancellation) =>
        {
            string folder = parsed.GetRequiredValue(store);
            int listen = parsed.GetValue(port);
            bool serve = !parsed.GetValue(noServe);
            if (serve)
                EnsureFree(listen);
            await using OwnProcess samples = OwnProcess.Start(OwnProcess.Output.Read, ServeSamplesVerb.Name);
            string line = await samples.ReadLineAsync(cancellation).ConfigureAwait(false)
                ?? throw new IOException("样例网站没有启动");
            Uri[] sites = JsonSerializer.Deserialize<Uri[]>(line) ?? [];
            Messages.Say($"一、采集 {sites.Length} 个样例网站（内容是演示用的样例）");
            await using (OwnProcess crawl = OwnProcess.Start(OwnProcess.Output.Inherit, CrawlArguments(sites, folder)))
            {
                int code = await crawl.WaitAsync(cancellation).ConfigureAwait(false);
                if (code != ExitCode.Done)
                    return code;
            }

            if (!serve)
                return ExitCode.Done;
            string address = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{listen}");
            Messages.Say($"二、打开网页 {address}/search?q=府院联动");
            await using OwnProcess web = OwnProcess.Start(
                OwnProcess.Output.Inherit, "serve", "--urls", address, "--store", folder, ServeVerb.WithParent);
            Desktop.TryOpen($"{address}/search?q={Uri.EscapeDataString("府院联动")}");
            return await web.WaitAsync(cancellation).ConfigureAwait(false);
        });
        return command;
    }

    private static string[] CrawlArguments(Uri[] sites, string folder) =>
    [
        "crawl", .. sites.Select(site => site.AbsoluteUri),
        .. sites.SelectMany(site => new[] { "--allow-host", site.Authority }), "--delay", Delay, "--store", folder,
    ];

    private static void EnsureFree(int port)
    {
        if (port is < 1 or > 65535)
            throw new WrongInputException("--port 应在 1 到 65535 之间。");
        try
        {
            using var probe = new TcpListener(IPAddress.Loopback, port);
            probe.Start();
        }
        catch (SocketException)
        {
            throw new WrongInputException($"端口 {port} 已被占用。用 --port 换一个，例如 --port {port + 1}。");
        }
    }
}
