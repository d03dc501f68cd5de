using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using SearchEngine.Index.Indexing;
using SearchEngine.Index.Query;
using SearchEngine.Index.Reading;
using SearchEngine.Index.Search;
using SearchEngine.Index.Store;
using SearchEngine.Index.Tests.Indexing;
using SearchEngine.TestKit;
using SearchEngine.TestKit.Oracle;

namespace SearchEngine.Index.Tests.Crash;

/// <summary>C6: eight threads search while a writer commits, merges, and deletes files under them.</summary>
public sealed class ReadersUnderWriterTests
{
    private const int UsualSeconds = 4;
    private const int Threads = 8;
    private const int Ids = 40;
    private const int KeptModels = 400;

    /// <summary>Between two looks of a reader; eight that never pause leave a small machine's writer no time.</summary>
    private const int PauseMilliseconds = 25;

    private static readonly string[] Phrases = ["政府", "法治", "工作", "联动", "政", "12", "作法", "府政"];

    [Fact]
    public async Task Every_search_equals_brute_force_on_its_own_snapshot()
    {
        RandomSeed seed = RandomSeed.Next();
        TimeSpan time = TimeSpan.FromSeconds(Amount.Of("C6", UsualSeconds));
        using TempFolder folders = new();
        string folder = folders.New();
        ConcurrentDictionary<int, Document[]> models = new();
        using CancellationTokenSource end =
            CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        using IndexWriter writer = IndexWriter.Open(
            new FileSystemDirectory(folder), WriterScript.Analyzer, RandomCorpus.Schema,
                new IndexWriterOptions { MergeFactor = 2 });
        models[0] = [];
        long searches = 0;
        Task[] readers = [.. Enumerable.Range(0, Threads).Select(thread => Task.Factory.StartNew(
            () => Search(folder, new Random(seed.Value + thread), models, end, ref searches), CancellationToken.None,
            TaskCreationOptions.LongRunning, TaskScheduler.Default))];
        int commits = await Task.Run(() => Write(writer, seed.Create(), models, time, end),
            TestContext.Current.CancellationToken);
        await end.CancelAsync();
        await Task.WhenAll(readers);

        Assert.True(searches > 0 && commits > 0, $"{searches} searches, {commits} commits; {seed}");
        // Everything that was unlinked must be unmapped by now.
        if (OperatingSystem.IsLinux())
            Assert.DoesNotContain(File.ReadLines("/proc/self/maps"), line =>
                line.Contains(folder, StringComparison.Ordinal)
                    && line.Contains("(deleted)", StringComparison.Ordinal));
        Progress.Say($"C6 seconds={time.TotalSeconds:f0} commits={commits} searches={searches} wrong=0");
    }

    private static int Write(
        IndexWriter writer,
        Random random,
        ConcurrentDictionary<int, Document[]> models,
        TimeSpan time,
        CancellationTokenSource end)
    {
        Dictionary<string, Document> model = new(StringComparer.Ordinal);
        long start = Stopwatch.GetTimestamp();
        int commit = 0;
        while (Stopwatch.GetElapsedTime(start) < time && !end.IsCancellationRequested)
        {
            for (int change = 0; change < 6; change++)
            {
                string id = $"d{random.Next(Ids):00}";
                if (random.Next(4) == 0)
                {
                    writer.Delete(id);
                    model.Remove(id);
                    continue;
                }

                Document document = RandomCorpus.Describe(random, id,
                    [RandomCorpus.Text(random, 50), RandomCorpus.Text(random, 50)]);
                writer.Add(document);
                model[id] = document;
            }

            models[++commit] = [.. model.Values];
            models.TryRemove(commit - KeptModels, out _);
            writer.Commit(UserData(commit));
        }

        return commit;
    }

    private static Dictionary<string, string> UserData(int commit) =>
        new() { ["commit"] = commit.ToString(CultureInfo.InvariantCulture) };

    private static void Search(
        string folder,
        Random random,
        ConcurrentDictionary<int, Document[]> models,
        CancellationTokenSource end,
        ref long searches)
    {
        try
        {
            FileSystemDirectory directory = new(folder);
            while (!end.Token.WaitHandle.WaitOne(random.Next(PauseMilliseconds)))
            {
                using IndexReader reader = IndexReader.Open(directory, WriterScript.Analyzer);
                int commit = reader.UserData.TryGetValue("commit", out string? number)
                    ? int.Parse(number, CultureInfo.InvariantCulture)
                    : 0;
                if (!models.TryGetValue(commit, out Document[]? documents))
                    continue;
                BruteForce oracle = new(WriterScript.Analyzer, documents);
                Searcher searcher = new(reader);
                for (int i = 0; i < 5; i++)
                {
                    IndexRequest request = new()
                    {
                        Query = new PhraseQuery(Phrases[random.Next(Phrases.Length)]),
                        Wide = random.Next(2) == 0,
                        Limit = Ids,
                    };
                    Dictionary<string, long> expected = oracle.Search(request);
                    Dictionary<string, long> found =
                        searcher.Search(request).Hits.ToDictionary(hit => hit.Id, hit => hit.Occurrences);
                    Assert.True(
                        expected.Count == found.Count
                            && expected.All(pair => found.GetValueOrDefault(pair.Key) == pair.Value),
                        $"{request.Query} on commit {commit}");
                    Interlocked.Increment(ref searches);
                }
            }
        }
        catch
        {
            end.Cancel();
            throw;
        }
    }
}
