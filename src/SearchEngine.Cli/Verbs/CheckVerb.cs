using System.CommandLine;
using SearchEngine.Cli.Terminal;
using SearchEngine.Ingest;
using SearchEngine.Ingest.Stages;
using SearchEngine.Ingest.Store;

namespace SearchEngine.Cli.Verbs;

/// <summary>check: archive, catalogue and index verified.</summary>
internal static class CheckVerb
{
    public static Command Create()
    {
        Option<string> store = CommonOptions.Store();
        Option<bool> json = CommonOptions.Json();
        var command = new Command("check", "核对归档的摘要、目录库和索引的校验和；有损坏时说出文件、位置和办法") { store, json };
        command.SetAction((parsed, cancellation) => StageDisplay.RunAsync(progress =>
        {
            CheckSummary check = IngestPipeline.Check(StoreFolder.Existing(parsed.GetRequiredValue(store)), progress, cancellation);
            return Task.FromResult(() => Tell(parsed.GetValue(json), check));
        }));
        return command;
    }

    private static int Tell(bool json, CheckSummary check)
    {
        if (json)
            JsonOutput.Write(check);
        foreach (CheckFinding finding in check.Findings)
            Messages.Say($"{finding.Part} {finding.File}：{finding.Message} {finding.Advice}");
        Messages.Say($"归档 {check.ArchiveFiles} 个文件 {check.ArchiveRecords} 条记录，目录 {check.Captures} 次抓取，索引 {check.IndexDocuments} 篇："
            + (check.IsSound ? "都完好。" : $"有 {check.Findings.Count} 处问题。"));
        return check.IsSound ? ExitCode.Done : ExitCode.Failed;
    }
}
