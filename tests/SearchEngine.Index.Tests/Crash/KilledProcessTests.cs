using System.Diagnostics;
using SearchEngine.Index.Indexing;
using SearchEngine.Index.Query;
using SearchEngine.Index.Reading;
using SearchEngine.Index.Search;
using SearchEngine.Index.Store;
using SearchEngine.Index.Tests.Indexing;
using SearchEngine.IndexingChild;
using SearchEngine.TestKit;

namespace SearchEngine.Index.Tests.Crash;

/// <summary>
/// C3 and C7: kill -9 of a process that indexes on a real disk, at any time and at named points of the protocol. The
/// page cache survives a kill, so this says nothing of syncs; the power cuts of C2 do.
/// </summary>
public sealed class KilledProcessTests
{
    private const int UsualKills = 50;
    private const int UsualLocks = 6;
    private const int KillsOfFolder = 15;
    private const int LongestRun = 3_000;
    private const int LongestUsualRun = 400;

    private static readonly string[] Points =
    [
        "first-commit", "after-flush", "mid-write", "mid-merge", "before-sync", "after-sync", "before-rename",
        "after-rename", "after-commit", "before-delete",
    ];

    [Fact]
    public async Task A_killed_writer_leaves_every_commit_that_it_had_reported()
    {
        RandomSeed seed = RandomSeed.Next();
        Random random = seed.Create();
        int kills = Amount.Of("C3", UsualKills);
        Dictionary<string, int> paused = Points.ToDictionary(point => point, _ => 0);
        double slowest = 0;
        using TempFolder folders = new();
        string folder = folders.New();
        int script = random.Next();
        for (int kill = 0; kill < kills; kill++)
        {
            string? point = kill % 2 == 0 ? Points[kill / 2 % Points.Length] : null;
            if (kill % KillsOfFolder == 0 || point == "first-commit")
                (folder, script) = (folders.New(), random.Next());
            // Each point in turn with one thread and with two, on the same index.
            int threads = 1 + (kill / (2 * Points.Length) % 2);
            string context = $"kill {kill} at {point ?? "any time"}, {threads} threads; {seed}";
            using ChildProcess child = ChildProcess.Write(
                folder, script, threads, point is null or "first-commit" ? point : $"{point}/{random.Next(1, 12)}");
            if (point is null)
                await child.RunForAsync(
                    TimeSpan.FromMilliseconds(random.Next(5, kills > UsualKills ? LongestRun : LongestUsualRun)));
            else
                await child.Paused.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
            await child.KillAsync();
            if (point is not null)
                paused[point]++;
            slowest = Math.Max(slowest, Verify(folder, script, child.Acknowledged, context));
        }

        Progress.Say($"C3 kills={kills} lost=0 slowest_open_ms={slowest:f0} at points: {string.Join(' ', paused)}");
    }

    [Fact]
    public async Task A_second_writer_is_refused_at_once_and_a_kill_frees_the_lock()
    {
        using TempFolder folders = new();
        int rounds = Amount.Of("C7", UsualLocks);
        double slowestRefusal = 0;
        double slowestLock = 0;
        for (int round = 0; round < rounds; round++)
        {
            string folder = folders.New();
            FileSystemDirectory directory = new(folder);
            using ChildProcess child = ChildProcess.Write(folder, round, 1 + (round % 2), "before-rename/3");
            await child.Paused.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);

            long start = Stopwatch.GetTimestamp();
            Assert.Throws<WriteLockHeldException>(
                () => IndexWriter.Open(directory, WriterScript.Analyzer, RandomCorpus.Schema));
            slowestRefusal = Math.Max(slowestRefusal, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            // Whoever only reads is not kept off by the writer.
            Assert.Null(Leftovers.Findings(directory));

            await child.KillAsync();
            start = Stopwatch.GetTimestamp();
            directory.LockForWriting().Dispose();
            slowestLock = Math.Max(slowestLock, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            IndexWriter.Open(directory, WriterScript.Analyzer, RandomCorpus.Schema).Dispose();
        }

        Assert.True(slowestLock < 100, $"the lock was free after {slowestLock:f0} ms only");
        Progress.Say($"C7 rounds={rounds} slowest_refusal_ms={slowestRefusal:f1} slowest_lock_ms={slowestLock:f1}");
    }

    /// <summary>Milliseconds that opening took; fails when anything is wrong with what the kill left.</summary>
    private static double Verify(string folder, int script, int acknowledged, string context)
    {
        FileSystemDirectory directory = new(folder);
        if (CommitFile.Generations(directory).Count == 0)
        {
            Assert.True(acknowledged < 0, $"the index is gone: {context}");
            IndexWriter.Open(directory, WriterScript.Analyzer, RandomCorpus.Schema).Dispose();
            return 0;
        }

        long start = Stopwatch.GetTimestamp();
        using (IndexReader reader = IndexReader.Open(directory, WriterScript.Analyzer))
        {
            TimeSpan opening = Stopwatch.GetElapsedTime(start);
            Assert.True(opening < TimeSpan.FromSeconds(2), $"opened after {opening}: {context}");
            int number = EndlessIndexing.NumberOf(reader.UserData);
            // The commit in flight may be there too; before the first report its number is that of an earlier process.
            Assert.True(
                acknowledged < 0 || number == acknowledged || number == acknowledged + 1,
                $"commit {number} after {acknowledged}: {context}");
            IndexResult all = new Searcher(reader).Search(new IndexRequest { Query = new AllQuery(), Limit = 1_000 });
            IReadOnlyDictionary<string, string> expected = EndlessIndexing.StateOf(script, number);
            Assert.True(
                all.Hits.Count == expected.Count
                    && all.Hits.All(hit => expected.GetValueOrDefault(hit.Id) == hit.Stored),
                $"other documents than those of commit {number}: {context}");
        }

        Assert.True(Leftovers.Findings(directory) is null, $"{Leftovers.Findings(directory)}: {context}");
        using (IndexWriter writer = IndexWriter.Open(directory, WriterScript.Analyzer, RandomCorpus.Schema))
            Assert.True(Leftovers.In(directory).Count == 0, $"left behind: {context}");
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
