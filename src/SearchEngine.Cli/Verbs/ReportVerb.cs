using System.CommandLine;
using SearchEngine.Cli.Terminal;
using SearchEngine.Ingest.Store;
using SearchEngine.Reports.Catalogue;
using SearchEngine.Reports.Json;

namespace SearchEngine.Cli.Verbs;

/// <summary>report: one report, and why each field has its value.</summary>
internal static class ReportVerb
{
    public static Command Create()
    {
        var id = new Argument<string>("编号") { Description = "检索结果里的编号" };
        var evidence = new Option<bool>("--evidence") { Description = "每个字段的来源、未采用的候选和修补" };
        Option<string> store = CommonOptions.Store();
        Option<bool> json = CommonOptions.Json();
        var command = new Command("report", "显示一篇报告；--evidence 说明每个字段为什么是这个值") { id, evidence, store, json };
        command.SetAction(parsed =>
        {
            StoreFolder folder = StoreFolder.Existing(parsed.GetRequiredValue(store));
            string wanted = parsed.GetRequiredValue(id);
            StoredReport report = new CatalogueReader(folder.Catalogue).Find(wanted)
                ?? throw new WrongInputException($"没有编号为“{wanted}”的报告；编号见 searchengine search 的结果。");
            if (parsed.GetValue(json))
                Console.Out.WriteLine(CleanReportJson.Serialize(report.Report, report.Topics));
            else
                ReportPrinter.Print(report.Report, report.Topics, parsed.GetValue(evidence));
            return ExitCode.Done;
        });
        return command;
    }
}
