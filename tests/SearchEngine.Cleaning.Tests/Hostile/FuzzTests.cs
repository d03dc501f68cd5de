using System.Collections.Concurrent;
using System.Text;
using SearchEngine.Cleaning.Tests.Habits;
using SearchEngine.Reports.Model;
using SearchEngine.TestKit;

namespace SearchEngine.Cleaning.Tests.Hostile;

/// <summary>Mutates pages by a seed and cleans them. AMOUNT_G1 sets how many, SEARCHENGINE_SEED where to
/// begin.</summary>
[Collection("hostile")]
public sealed class FuzzTests(ITestOutputHelper output)
{
    private const int Pages = 20_000;

    // One page in so many of the seeds is a report; only reports are indexed.
    private const int Reports = 40;

    private const int Seed = 20_250_222;

    private static readonly TimeSpan MaxProcessorTime = TimeSpan.FromSeconds(2);

    private const long MaxBytes = 256L * 1024 * 1024;

    private static readonly PageCleaner Cleaner = new();

    [Fact]
    public void Mutated_pages_are_cleaned_without_an_unhandled_exception_and_in_time()
    {
        byte[][] seeds = [.. SeedPages()];
        int first = FirstSeed();
        ConcurrentBag<string> faults = [];
        long mostAllocated = 0;

        Parallel.For(0, Amount.Of("G1", Pages), i =>
        {
            int seed = first + i;
            Random random = new(seed);
            byte[] page = Mutation.Of(seeds[random.Next(seeds.Length)], random);
            TimeSpan before = ThreadClock.Now;
            long allocated = GC.GetAllocatedBytesForCurrentThread();
            if (Fault(page) is { } fault)
                faults.Add($"SEARCHENGINE_SEED={seed} AMOUNT_G1=1: {fault}");
            if (ThreadClock.Now - before > MaxProcessorTime)
                faults.Add($"SEARCHENGINE_SEED={seed} AMOUNT_G1=1: over {MaxProcessorTime.TotalSeconds} s");

            // All that was allocated is more than what was ever held at one time.
            allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
            InterlockedMax(ref mostAllocated, allocated);
            if (allocated > MaxBytes)
                faults.Add($"SEARCHENGINE_SEED={seed} AMOUNT_G1=1: {allocated >> 20} MiB");
        });

        output.WriteLine($"at most {mostAllocated >> 20} MiB allocated for a page");
        Assert.True(faults.IsEmpty, string.Join('\n', faults.Take(20)));
    }

    private static void InterlockedMax(ref long most, long value)
    {
        for (long seen = Interlocked.Read(ref most); value > seen; seen = Interlocked.Read(ref most))
            Interlocked.CompareExchange(ref most, value, seen);
    }

    private static string? Fault(byte[] page)
    {
        try
        {
            CleanReport report = Cleaner.Clean(new PageInput(page, "http://a.example/b/c.html", null, null, null));
            return CleanText.Fault(report) ?? CleanText.Instability(report);
        }
        catch (UnreadableInputException)
        {
            // A mutation may make the page binary; that is a typed refusal.
            return null;
        }
#pragma warning disable CA1031 // Any other exception is the finding.
        catch (Exception error)
#pragma warning restore CA1031
        {
            return error.ToString();
        }
    }

    private static IEnumerable<byte[]> SeedPages() =>
        HabitTests.Articles.Concat(HabitTests.Others).Select(row => Encoding.UTF8.GetBytes(row.Data.Html))
            .Concat(ScriptCarriers.All.Select(page => page.Make().Bytes))
            .Concat(Enumerable.Repeat(Encoding.UTF8.GetBytes(Tests.Pages.Html("<h1>青禾区2023年度法治政府建设情况报告</h1><div id=zoom>" + Tests.Pages.Report + "<p>青禾区人民政府</p><p>2024年1月8日</p></div>")), Reports));

    // The same pages on every build, so that a red build is the fault of what changed.
    private static int FirstSeed() =>
        int.TryParse(Environment.GetEnvironmentVariable(RandomSeed.Variable), out int asked) ? asked : Seed;
}
