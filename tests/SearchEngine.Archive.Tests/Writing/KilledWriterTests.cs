using System.Diagnostics;
using System.Globalization;
using System.IO.Pipes;
using SearchEngine.Archive.Checking;
using SearchEngine.Archive.Reading;
using SearchEngine.Archive.Writing;
using SearchEngine.TestKit;

namespace SearchEngine.Archive.Tests.Writing;

/// <summary>
/// kill -9 in a real process while it writes. The process is this test program itself, told by a variable of its
/// environment to run one test that writes until it is killed. AMOUNT_H2KILLS says how often, 20 times otherwise.
/// </summary>
public sealed class KilledWriterTests
{
    private const string FolderVariable = "ARCHIVE_KILL_FOLDER";
    private const string PipeVariable = "ARCHIVE_KILL_PIPE";
    private const int KillsOfAnArchive = 40;

    [Fact]
    public async Task Every_record_that_was_synced_is_whole_after_a_kill_at_a_random_record()
    {
        int kills = Amount.Of("H2KILLS", 20);
        Random random = Replay.Random();
        long synced = 0;
        // An archive is read whole after each kill, so it must not grow for ever.
        for (int kill = 0; kill < kills; kill += KillsOfAnArchive)
            synced += await KillAgainAndAgain(random, Math.Min(KillsOfAnArchive, kills - kill));

        TestContext.Current.TestOutputHelper?.WriteLine($"H2KILLS kills={kills} synced={synced} lost=0");
    }

    /// <summary>Kills the writer of one archive; returns the records that were synced.</summary>
    private static async Task<long> KillAgainAndAgain(Random random, int kills)
    {
        using TempFolder folder = new();
        long synced = 0;
        Dictionary<string, long> closed = [];
        for (int kill = 0; kill < kills; kill++)
        {
            int records = random.Next(1, 60);
            List<string> acknowledged = await WriteAndKill(folder, records);

            using (WarcWriter.Open(folder.Path))
            {
                // Opening repairs what the kill left.
            }

            Assert.True(acknowledged.Count >= records);
            foreach (string[] fields in acknowledged.Select(line => line.Split(' ')))
            {
                RecordLocation at = new(fields[0], long.Parse(fields[1], CultureInfo.InvariantCulture));
                Assert.Equal(fields[2], WarcReader.ReadAt(folder.Path, at).StatedPayloadDigest);
            }

            Assert.Empty(ArchiveChecker.Check(folder.Path).Findings);
            Assert.All(closed, file => Assert.Equal(file.Value, new FileInfo(file.Key).Length));
            closed = folder.Files("*.warc.gz").ToDictionary(f => f, f => new FileInfo(f).Length);
            synced += acknowledged.Count;
        }

        return synced;
    }

    [Fact]
    public void The_process_that_is_killed_writes_and_says_what_it_has_synced()
    {
        string? folder = Environment.GetEnvironmentVariable(FolderVariable);
        Assert.SkipWhen(folder is null, "runs in the process that the other test kills");
        Random random = new();
        using AnonymousPipeClientStream pipe = new(PipeDirection.Out, Environment.GetEnvironmentVariable(PipeVariable)!);
        using StreamWriter parent = new(pipe) { AutoFlush = true };
        WarcWriterOptions options = new() { Limits = new ArchiveLimits { MaxFileBytes = 60_000 } };
        using WarcWriter writer = WarcWriter.Open(folder, options);

        // The parent kills long before; without a parent it must end by itself.
        for (int i = 0; i < 100_000; i++)
        {
            byte[] content = Captures.RandomBytes(random, random.Next(1, 20_000));
            RecordLocation at = writer.Append(Captures.File(content));
            writer.Sync();
            parent.WriteLine($"{at.File} {at.Offset} {WarcRecordBuilder.Digest(content)}");
        }
    }

    /// <summary>Starts a writing process and kills it once it has synced so many records.</summary>
    /// <returns>All that it said to have synced; a line that the kill cut short is left out.</returns>
    private static async Task<List<string>> WriteAndKill(TempFolder folder, int records)
    {
        using AnonymousPipeServerStream pipe = new(PipeDirection.In, HandleInheritability.Inheritable);
        using Process process = Process.Start(Child(folder, pipe.GetClientHandleAsString()))!;
        pipe.DisposeLocalCopyOfClientHandle();
        Task<string> output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        using StreamReader lines = new(pipe);
        List<string> acknowledged = [];
        while (await lines.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            acknowledged.Add(line);
            if (acknowledged.Count == records)
            {
                process.Kill(entireProcessTree: true);
            }
        }

        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(acknowledged.Count >= records, await output);
        return [.. acknowledged.Where(line => line.Split(' ') is [_, _, { Length: 37 }])];
    }

    private static ProcessStartInfo Child(TempFolder folder, string pipe)
    {
        ProcessStartInfo start = new("dotnet") { RedirectStandardOutput = true };
        start.ArgumentList.Add(typeof(KilledWriterTests).Assembly.Location);
        start.ArgumentList.Add("-method");
        start.ArgumentList.Add(
            $"{typeof(KilledWriterTests).FullName}.{nameof(The_process_that_is_killed_writes_and_says_what_it_has_synced)}");
        start.Environment[FolderVariable] = folder.Path;
        start.Environment[PipeVariable] = pipe;
        return start;
    }
}
