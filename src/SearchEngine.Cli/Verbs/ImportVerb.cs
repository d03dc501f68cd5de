using System.CommandLine;
using SearchEngine.Cli.Terminal;
using SearchEngine.Ingest;
using SearchEngine.Ingest.Stages;
using SearchEngine.Ingest.Store;

namespace SearchEngine.Cli.Verbs;

/// <summary>import: files and folders into the store.</summary>
internal static class ImportVerb
{
    public static Command Create()
    {
        var paths = new Argument<string[]>("路径")
        {
            Description = "文件或文件夹：html、txt、pdf、doc、docx、warc(.gz)、jsonl(.gz)",
            Arity = ArgumentArity.OneOrMore,
        };
        var noIndex = new Option<bool>("--no-index") { Description = "只归档和清洗，暂不索引" };
        Option<string> store = CommonOptions.Store();
        Option<bool> json = CommonOptions.Json();
        var command = new Command("import", "导入本地的文件：先归档原样字节，再清洗、编目、索引") { paths, noIndex, store, json };
        command.SetAction((parsed, cancellation) => StageDisplay.RunAsync(progress =>
        {
            string[] given = parsed.GetRequiredValue(paths);
            ImportFilesExist(given);
            using IngestPipeline pipeline = IngestPipeline.Open(StoreFolder.Create(parsed.GetRequiredValue(store)), progress);
            ImportSummary import = pipeline.Import(given, cancellation);
            CleanSummary clean = pipeline.Clean(cancellation);
            IndexSummary? index = parsed.GetValue(noIndex) ? null : pipeline.Index(cancellation);
            return Task.FromResult(() => Tell(parsed.GetValue(json), import, clean, index));
        }));
        return command;
    }

    // Asked before a store is made: a mistyped path must not leave an empty folder behind.
    private static void ImportFilesExist(string[] paths)
    {
        foreach (string path in paths)
            IngestPipeline.EnsureImportable(path);
    }

    private static int Tell(bool json, ImportSummary import, CleanSummary clean, IndexSummary? index)
    {
        IReadOnlyList<string> problems = [.. import.Skipped, .. clean.Unreadable];
        if (json)
            JsonOutput.Write(new { import.Files, import.Imported, import.Held, pages = clean.Kinds, indexed = index?.Held, problems });
        foreach (string problem in problems)
            Messages.Say("未导入 " + problem);
        Messages.Say($"导入 {import.Imported} 件，已有 {import.Held} 件，未导入 {problems.Count} 件。{Summaries.Of(clean)}{Summaries.Of(index)}");
        return import.Imported + import.Held == 0 || clean.Unreadable.Count > 0 && clean.Kinds.Count == 0
            ? ExitCode.WrongInput
            : ExitCode.Done;
    }
}
