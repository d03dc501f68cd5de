using System.Diagnostics;
using System.Globalization;
using SearchEngine.Archive.Writing;
using SearchEngine.Ingest.Store;
using SearchEngine.Search.Answers;
using SearchEngine.TestKit;

namespace SearchEngine.Ingest.Tests.Campaigns;

/// <summary>
/// kill -9 within and between the stages of an ingest, in a process of its own: the same work done again loses nothing and
/// doubles nothing. AMOUNT_H5 says how often for each place, 2 otherwise. The process is this test program itself, told by
/// variables of its environment what to ingest and at which step to kill itself.
/// </summary>
public sealed class KilledIngestTests
{
    private const string FolderVariable = "INGEST_KILL_FOLDER";
    private const string StageVariable = "INGEST_KILL_STAGE";
    private const string StepVariable = "INGEST_KILL_STEP";
    private const string Unrecorded = "unrecorded";
    private const int Reports = 24;
    private const int SigKill = 137;

    [Theory]
    [InlineData("导入", "while files are taken into the archive, and between archive and cleaning")]
    [InlineData("清洗", "while pages are cleaned, and between cleaning and indexing")]
    [InlineData("索引", "while the index is brought up, before its commit")]
    [InlineData(Unrecorded, "between the archive's sync and the catalogue")]
    public async Task The_same_ingest_after_a_kill_loses_nothing_and_doubles_nothing(string stage, string place)
    {
        int kills = Amount.Of("H5", 2);
        RandomSeed seed = RandomSeed.Next();
        Random random = seed.Create();
        using TemporaryStore untouched = new();
        string[] files = Write(untouched);
        untouched.Import(files);
        string expected = Held(untouched);
        for (int kill = 0; kill < kills; kill++)
        {
            using TemporaryStore store = new();
            files = Write(store);
            int step = kill == 0 ? Reports : random.Next(stage == "导入" ? 0 : 1, Reports + 1);
            (int exit, string output) = await KilledAsync(store, stage, step);
            Assert.True(exit == SigKill, $"{place}, step {step}: ended with {exit}, {seed}\n{output}");

            store.Import(files);

            Assert.True(expected == Held(store), $"{place}, step {step}, {seed}");
            Assert.True(IngestPipeline.Check(store.Folder, null, CancellationToken.None).IsSound, $"{place}, step {step}, {seed}");
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{kills} kills {place}: nothing lost, nothing doubled");
    }

    [Fact]
    public void The_process_that_kills_itself_ingests_up_to_a_step()
    {
        string? folder = Environment.GetEnvironmentVariable(FolderVariable);
        Assert.SkipWhen(folder is null, "runs in the process that the other test starts");
        string stage = Environment.GetEnvironmentVariable(StageVariable)!;
        int step = int.Parse(Environment.GetEnvironmentVariable(StepVariable)!, CultureInfo.InvariantCulture);
        StoreFolder store = StoreFolder.Create(Path.Combine(folder!, "store"));
        if (stage == Unrecorded)
        {
            using WarcWriter archive = WarcWriter.Open(store.Archive);
            foreach (string file in Files(Path.Combine(folder!, "input")).Take(step))
            {
                string name = Path.GetFileName(file);
                archive.Append(new FileCapture(
                    "file:///" + Uri.EscapeDataString(name), TimeProvider.System.GetUtcNow(), "text/plain", File.ReadAllBytes(file)));
            }

            archive.Sync();
            Process.GetCurrentProcess().Kill();
        }

        using IngestPipeline pipeline = IngestPipeline.Open(store, new Killer(stage, step));
        pipeline.Import([Path.Combine(folder!, "input")], CancellationToken.None);
        pipeline.Clean(CancellationToken.None);
        pipeline.Index(CancellationToken.None);
    }

    private static string[] Write(TemporaryStore store) =>
    [
        .. Enumerable.Range(0, Reports).Select(i => store.Write(
            $"{i:D2}.txt", TemporaryStore.Report("济南市市中区", 2000 + i, $"建立府院联动机制，第{i}条记录在案。"))),
    ];

    private static string[] Files(string folder) => [.. Directory.GetFiles(folder).Order(StringComparer.Ordinal)];

    /// <summary>What the store answers: every report with its id and passages, and the counts of a phrase.</summary>
    private static string Held(TemporaryStore store)
    {
        SearchAnswer all = store.Search(limit: 1000);
        SearchAnswer phrase = store.Search("府院联动");
        IEnumerable<string> reports = all.Hits.Select(hit => $"{hit.Id} {hit.Title} {hit.Year}").Order(StringComparer.Ordinal);
        return string.Join('\n', reports.Append($"{all.Reports} {phrase.Reports} {phrase.Occurrences}"));
    }

    private static async Task<(int Exit, string Output)> KilledAsync(TemporaryStore store, string stage, int step)
    {
        ProcessStartInfo start = new("dotnet") { RedirectStandardOutput = true };
        start.ArgumentList.Add(typeof(KilledIngestTests).Assembly.Location);
        start.ArgumentList.Add("-method");
        start.ArgumentList.Add($"{typeof(KilledIngestTests).FullName}.{nameof(The_process_that_kills_itself_ingests_up_to_a_step)}");
        start.Environment[FolderVariable] = Path.GetDirectoryName(store.Input);
        start.Environment[StageVariable] = stage;
        start.Environment[StepVariable] = step.ToString(CultureInfo.InvariantCulture);
        using Process process = Process.Start(start)!;
        string output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, output);
    }

    private sealed class Killer(string stage, int step) : IProgress<StageProgress>
    {
        public void Report(StageProgress value)
        {
            if (value.Stage == stage && value.Done == step)
                Process.GetCurrentProcess().Kill();
        }
    }
}
