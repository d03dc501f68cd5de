using SearchEngine.Cli.Terminal;
using SearchEngine.Ingest;
using SearchEngine.Ingest.Export;
using SearchEngine.Search.Batch;
using SearchEngine.Search.Service;

namespace SearchEngine.Cli.Verbs;

/// <summary>Runs a file of queries and writes what is found in the form that retrieval scorers read (TREC run).</summary>
internal static class BatchSearch
{
    private const string RunName = "searchengine";

    /// <summary>Writes at most <paramref name="depth"/> rows for each query.</summary>
    public static Task<int> RunAsync(SearchService service, string queries, string output, int depth, CancellationToken cancellation)
    {
        if (!File.Exists(queries))
            throw new WrongInputException($"没有“{queries}”这个文件。");
        return StageDisplay.RunAsync(async progress =>
        {
            string[] lines = await File.ReadAllLinesAsync(queries, cancellation).ConfigureAwait(false);
            int done = 0;
            OutputFile.Write(output, stream => done = Write(new BatchRunner(service, depth), lines, stream, progress, cancellation));
            return () =>
            {
                Messages.Say($"检索 {done} 条，结果写在 {output}。");
                return ExitCode.Done;
            };
        });
    }

    private static int Write(
        BatchRunner runner, string[] lines, Stream output, IProgress<StageProgress> progress, CancellationToken cancellation)
    {
        int total = lines.Count(line => line.Length > 0);
        int done = 0;
        using StreamWriter writer = new(output);
        try
        {
            foreach (BatchRow row in runner.Run(Counted(), cancellation))
                writer.WriteLine(row.ToTrec(RunName));
        }
        catch (FormatException e)
        {
            throw new WrongInputException(e.Message);
        }

        progress.Report(new StageProgress("检索", total, total, ""));
        return done;

        IEnumerable<string> Counted()
        {
            foreach (string line in lines)
            {
                if (line.Length > 0)
                    progress.Report(new StageProgress("检索", done++, total, ""));
                yield return line;
            }
        }
    }
}
