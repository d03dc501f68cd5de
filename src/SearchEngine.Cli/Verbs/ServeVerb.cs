using System.CommandLine;
using Microsoft.Extensions.Hosting;
using SearchEngine.Cli.Terminal;
using SearchEngine.Evidence.Topics;
using SearchEngine.Ingest.Store;
using SearchEngine.Reports.Catalogue;
using SearchEngine.Reports.Json;
using SearchEngine.Search;
using SearchEngine.Search.Service;
using SearchEngine.Web;
using SearchEngine.Web.Features.Captures;

namespace SearchEngine.Cli.Verbs;

/// <summary>serve: the web pages and the API over a store. This process only reads and connects to nobody.</summary>
internal static class ServeVerb
{
    /// <summary>The hidden option by which demo's server ends with demo, even when that is killed.</summary>
    public const string WithParent = "--with-parent";

    public const string DefaultUrls = "http://127.0.0.1:5080";

    public static Command Create()
    {
        var urls = new Option<string>("--urls")
        {
            Description = "监听的地址，端口 0 为任选",
            HelpName = "网址",
            DefaultValueFactory = _ => DefaultUrls,
        };
        var withParent = new Option<bool>(WithParent) { Description = "标准输入结束时停止", Hidden = true };
        Option<string> store = CommonOptions.Store();
        var command = new Command("serve", "网页和 JSON API；只读，不连外网") { urls, withParent, store };
        command.SetAction(async (parsed, cancellation) =>
        {
            StoreFolder folder = StoreFolder.Existing(parsed.GetRequiredValue(store));
            string listen = Checked(parsed.GetRequiredValue(urls));
            using var service = new SearchService(folder.Index, SearchLimits.Web);
            await using var app = WebHost.Build(
                new WebHostOptions(listen, report => CleanReportJson.Serialize(report.Report, report.Topics)) { TopicName = TopicTable.NameOf },
                service,
                new CatalogueReader(folder.Catalogue),
                new ArchiveCaptureReader(folder.Archive));
            await app.StartAsync(cancellation).ConfigureAwait(false);
            Messages.Say($"网页已打开：{string.Join(' ', app.Urls)}（Ctrl+C 停止）");
            if (parsed.GetValue(withParent))
                await Task.WhenAny(app.WaitForShutdownAsync(cancellation), Console.In.ReadToEndAsync(cancellation)).ConfigureAwait(false);
            else
                await app.WaitForShutdownAsync(cancellation).ConfigureAwait(false);
            return ExitCode.Done;
        });
        return command;
    }

    private static string Checked(string urls)
    {
        foreach (string url in urls.Split(';'))
        {
            if (!Uri.TryCreate(url.Replace("*", "localhost", StringComparison.Ordinal), UriKind.Absolute, out Uri? uri) || uri.Scheme is not ("http" or "https"))
                throw new WrongInputException($"--urls 的值“{url}”不对，应像 {DefaultUrls}。");
        }

        return urls;
    }
}
