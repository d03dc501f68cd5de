using System.CommandLine;
using SearchEngine.Cli.Terminal;
using SearchEngine.Ingest.Export;
using SearchEngine.Ingest.Export.Results;
using SearchEngine.Ingest.Store;
using SearchEngine.Search.Answers;
using SearchEngine.Search.Requests;
using SearchEngine.Search.Service;

namespace SearchEngine.Cli.Verbs;

/// <summary>export: results, reports and the archive, in forms that others read.</summary>
internal static class ExportVerb
{
    private static readonly string[] Formats = ["csv", "xlsx", "jsonl", "ris", "bibtex", "csl-json"];

    public static Command Create()
    {
        var options = new SearchOptions();
        var format = new Option<string?>("--format")
        {
            Description = "csv、xlsx、jsonl、ris、bibtex 或 csl-json：检索到的全部报告（不写检索词则为馆藏全部），不设上限",
            HelpName = "格式",
        };
        var output = new Option<string?>("--out", "-o") { Description = "写到文件；不写则到标准输出", HelpName = "文件" };
        var noMark = new Option<bool>("--no-bom") { Description = "CSV 不带字节顺序标记（写文件时默认带，电子表格才不会显示成乱码）" };
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
        Option<string> store = CommonOptions.Store();
        Option<bool> json = CommonOptions.Json();
        var command = new Command("export", "导出：检索结果或全部报告、归档包、校验清单、馆藏清单");
        options.AddTo(command);
        foreach (Option option in (Option[])[format, output, noMark, wacz, manifest, holdings, store, json])
            command.Add(option);
        command.SetAction((parsed, cancellation) => StageDisplay.RunAsync(progress =>
        {
            string? form = parsed.GetValue(format), file = parsed.GetValue(output);
            string? package = parsed.GetValue(wacz), digests = parsed.GetValue(manifest), list = parsed.GetValue(holdings);
            if (form is null && package is null && digests is null && list is null)
                throw new WrongInputException($"请说明导出什么：--format {string.Join('|', Formats)}，--wacz 文件，--manifest 文件，或 --holdings 文件.csv。");
            SearchRequest request = options.Read(parsed);
            if (form is null && (file is not null || request.Query.Length > 0))
                throw new WrongInputException($"导出检索结果要写明格式：--format {string.Join('|', Formats)}。");
            ExportFormat? results = form is null ? null : (ExportFormat)RequestValues.OneOf("--format", form, Formats);
            bool toStream = results is not null && file is null;
            if (toStream && results == ExportFormat.Xlsx)
                throw new WrongInputException("xlsx 要写到文件：请加 --out 文件.xlsx。");
            if (toStream && parsed.GetValue(json))
                throw new WrongInputException("--json 和结果都要写到标准输出；请加 --out 文件。");

            StoreFolder folder = StoreFolder.Existing(parsed.GetRequiredValue(store));
            bool mark = !parsed.GetValue(noMark);
            int? reports = results is { } chosen ? Results(folder, request, chosen, file, mark, cancellation) : null;
            int? captures = package is null ? null : ArchiveExport.Wacz(folder, package, progress, cancellation);
            int? files = digests is null ? null : ArchiveExport.Manifest(folder, digests, cancellation);
            int? lines = list is null ? null : HoldingsExport.Csv(folder, list, mark, cancellation);
            return Task.FromResult(() =>
            {
                if (parsed.GetValue(json))
                {
                    JsonOutput.Write(new
                    {
                        format = form,
                        file,
                        reports,
                        wacz = package,
                        captures,
                        manifest = digests,
                        files,
                        holdings = list,
                        lines,
                    });
                }


                if (reports is not null)
                    Messages.Say($"{file ?? "标准输出"}：{reports} 篇。");
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

    private static int Results(
        StoreFolder folder, SearchRequest request, ExportFormat format, string? file, bool mark, CancellationToken cancellation)
    {
        using SearchService service = OpenStore.Service(folder.Root);
        SearchAnswer reading = service.Search(request with { Limit = 0 }, cancellation);
        if (reading is { Unreadable: true, Error: { } unreadable })
            throw new WrongInputException(unreadable.Message);
        if (reading.Error is { } repaired)
            Messages.Say(repaired.Message);
        if (file is not null)
            return ReportExport.Write(folder, service, request, format, file, mark, cancellation);
        // A mark in the midst of a pipe would be a character of the first cell.
        using Stream stream = Console.OpenStandardOutput();
        return ReportExport.Write(folder, service, request, format, stream, mark: false, cancellation);
    }
}
