using System.CommandLine;
using SearchEngine.Cli.Terminal;
using SearchEngine.Ingest.Export;
using SearchEngine.Ingest.Store;

namespace SearchEngine.Cli.Verbs;

/// <summary>export: what is held, in forms that others read.</summary>
internal static class ExportVerb
{
    public static Command Create()
    {
        var wacz = new Option<string?>("--wacz") { Description = "归档打成一个 WACZ 文件，回放工具可直接打开", HelpName = "文件" };
        var manifest = new Option<string?>("--manifest")
        {
            Description = "归档文件的 SHA-256 清单，在存放数据的文件夹里可用 sha256sum -c 核对",
            HelpName = "文件",
        };
        var holdings = new Option<string?>("--holdings")
        {
            Description = "馆藏清单：每次抓取的网址、时间、状态、摘要和题名（CSV）",
            HelpName = "文件.csv",
        };
        var noMark = new Option<bool>("--no-bom") { Description = "清单不带字节顺序标记（默认带，电子表格才不会显示成乱码）" };
        Option<string> store = CommonOptions.Store();
        Option<bool> json = CommonOptions.Json();
        var command = new Command("export", "导出：归档包、校验清单、馆藏清单") { wacz, manifest, holdings, noMark, store, json };
        command.SetAction((parsed, cancellation) => StageDisplay.RunAsync(progress =>
        {
            string? package = parsed.GetValue(wacz), digests = parsed.GetValue(manifest), list = parsed.GetValue(holdings);
            if (package is null && digests is null && list is null)
                throw new WrongInputException("请说明导出什么：--wacz 文件、--manifest 文件或 --holdings 文件.csv。");
            StoreFolder folder = StoreFolder.Existing(parsed.GetRequiredValue(store));
            int? captures = package is null ? null : ArchiveExport.Wacz(folder, package, progress, cancellation);
            int? files = digests is null ? null : ArchiveExport.Manifest(folder, digests, cancellation);
            int? lines = list is null ? null : HoldingsExport.Csv(folder, list, !parsed.GetValue(noMark), cancellation);
            return Task.FromResult(() =>
            {
                if (parsed.GetValue(json))
                    JsonOutput.Write(new { wacz = package, captures, manifest = digests, files, holdings = list, lines });
                if (captures is not null)
                    Messages.Say($"{package}：{captures} 次抓取。");
                if (files is not null)
                    Messages.Say($"{digests}：{files} 个归档文件。");
                if (lines is not null)
                    Messages.Say($"{list}：{lines} 行。");
                return ExitCode.Done;
            });
        }));
        return command;
    }
}
