using System.CommandLine;
using SearchEngine.Cli.Terminal;
using SearchEngine.Ingest;
using SearchEngine.Ingest.Stages;
using SearchEngine.Ingest.Store;

namespace SearchEngine.Cli.Verbs;

/// <summary>index: the index brought up to the catalogue, or both made again from the archive.</summary>
internal static class IndexVerb
{
    public static Command Create()
    {
        var rebuild = new Option<bool>("--rebuild") { Description = "由归档重建目录和索引（规则改进或文件损坏之后）" };
        Option<string> store = CommonOptions.Store();
        Option<bool> json = CommonOptions.Json();
        var command = new Command("index", "把索引补到与目录一致；--rebuild 由归档全部重建") { rebuild, store, json };
        command.SetAction((parsed, cancellation) => StageDisplay.RunAsync(progress =>
        {
            StoreFolder folder = StoreFolder.Existing(parsed.GetRequiredValue(store));
            bool all = parsed.GetValue(rebuild);
            using IngestPipeline pipeline = all ? IngestPipeline.OpenForRebuild(folder, progress) : IngestPipeline.Open(folder, progress);
            CleanSummary clean = all ? pipeline.Rebuild(cancellation) : pipeline.Clean(cancellation);
            IndexSummary index = pipeline.Index(cancellation);
            return Task.FromResult(() =>
            {
                if (parsed.GetValue(json))
                    JsonOutput.Write(new { rebuilt = all, pages = clean.Kinds, index.Added, index.Removed, index.Held });
                Messages.Say($"{Summaries.Of(clean)}加入或替换 {index.Added} 篇。{Summaries.Of(index)}");
                return ExitCode.Done;
            });
        }));
        return command;
    }
}
