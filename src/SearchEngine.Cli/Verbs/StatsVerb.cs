using System.CommandLine;
using System.Globalization;
using SearchEngine.Cli.Terminal;
using SearchEngine.Ingest.Store;
using SearchEngine.Reports.Catalogue;
using SearchEngine.Reports.Model;

namespace SearchEngine.Cli.Verbs;

/// <summary>stats: what is held.</summary>
internal static class StatsVerb
{
    public static Command Create()
    {
        Option<string> store = CommonOptions.Store();
        Option<bool> json = CommonOptions.Json();
        var command = new Command("stats", "馆藏：报告、地区、年度、抓取次数和占用的空间") { store, json };
        command.SetAction(parsed =>
        {
            StoreFolder folder = StoreFolder.Existing(parsed.GetRequiredValue(store));
            Holdings holdings = new CatalogueReader(folder.Catalogue).Holdings();
            long archive = Bytes(folder.Archive), index = Bytes(folder.Index);
            if (parsed.GetValue(json))
            {
                JsonOutput.Write(new
                {
                    holdings.Reports,
                    holdings.Regions,
                    holdings.FirstYear,
                    holdings.LastYear,
                    holdings.LastIngest,
                    holdings.Captures,
                    pagesByKind = holdings.PagesByKind.ToDictionary(k => Labels.Of(k.Key), k => k.Value),
                    archiveBytes = archive,
                    indexBytes = index,
                });
                return ExitCode.Done;
            }

            Console.Out.WriteLine($"报告    {holdings.Reports} 篇，{holdings.Regions} 个地区，年度 {Year(holdings.FirstYear)}–{Year(holdings.LastYear)}");
            Console.Out.WriteLine($"抓取    {holdings.Captures} 次，归档 {Size(archive)}");
            if (holdings.PagesByKind.GetValueOrDefault(PageKind.Blocked) is > 0 and int blocked)
                Console.Out.WriteLine($"受限    {blocked} 页（网站要求验证，没有取得；可另存后用 import 导入）");
            Console.Out.WriteLine($"索引    {Size(index)}");
            Console.Out.WriteLine("最近入库 " + (holdings.LastIngest?.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture) ?? "还没有"));
            return ExitCode.Done;
        });
        return command;
    }

    private static string Year(int? year) => year?.ToString(CultureInfo.InvariantCulture) ?? "不明";

    private static string Size(long bytes) => (bytes / 1048576.0).ToString("0.0 MiB", CultureInfo.InvariantCulture);

    private static long Bytes(string folder) => Directory.Exists(folder)
        ? new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length)
        : 0;
}
