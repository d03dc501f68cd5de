using System.Diagnostics;
using SearchEngine.Index.Indexing;
using SearchEngine.Index.Query;
using SearchEngine.Index.Reading;
using SearchEngine.Index.Search;
using SearchEngine.Index.Store;
using SearchEngine.Index.Tests.Indexing;
using SearchEngine.TestKit;
using SearchEngine.TestKit.Storage;

namespace SearchEngine.Index.Tests.Crash;

/// <summary>C5: a disk that is too small by less and less, until the script fits; and a real one of 64 MiB.</summary>
public sealed class DiskFullTests
{
    private const int UsualSteps = 60;
    private const int UsualTmpfsSteps = 3;
    private const int TmpfsMegabytes = 64;

    [Fact]
    public void A_disk_that_fills_up_leaves_all_or_nothing_and_gives_its_space_back()
    {
        RandomSeed seed = RandomSeed.Next();
        Random random = seed.Create();
        QuotaDirectory unlimited = new(new RamDirectory(), long.MaxValue);
        new WriterScript().Run(unlimited);
        int steps = Amount.Of("C5", UsualSteps);
        int step = Math.Max(1, (int)(unlimited.MostUsed / steps));
        int full = 0;
        for (long quota = 100; ; quota += random.Next(Math.Max(1, step / 2), (2 * step) + 1))
        {
            RamDirectory storage = new();
            QuotaDirectory disk = new(storage, quota);
            WriterScript script = new();
            string context = $"{quota} of {unlimited.MostUsed} bytes; {seed}";

            Exception? thrown = Record.Exception(() => script.Run(disk));

            Assert.True(thrown is null or IOException, $"{thrown}: {context}");
            Assert.True(script.WrongWith(storage) is null, $"{script.WrongWith(storage)}: {context}");
            if (thrown is null)
                break;
            full++;
            AssertSpaceComesBack(disk, context);
        }

        Assert.True(full >= steps / 4, $"{full} of {steps} steps were over the disk");
        Progress.Say($"C5 full={full} largest={unlimited.MostUsed} bytes");
    }

    [Fact]
    public void A_real_disk_that_is_full_leaves_all_or_nothing()
    {
        string folder = Directory.CreateTempSubdirectory("searchengine-tmpfs").FullName;
        try
        {
            string? refused = Mount(folder);
            Assert.SkipWhen(refused is not null, $"no tmpfs can be mounted here: {refused}");
            try
            {
                FillFromStepToStep(folder);
            }
            finally
            {
                Run("umount", folder);
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void FillFromStepToStep(string folder)
    {
        string text = RandomCorpus.Text(new Random(5), 40_000);
        int steps = Amount.Of("C5TMPFS", UsualTmpfsSteps);
        int full = 0;
        for (int step = 0; step < steps; step++)
        {
            FileSystemDirectory directory = new(Path.Combine(folder, $"index{step}"));
            string ballast = Path.Combine(folder, "ballast");
            int committed = 0;
            // The last step leaves 64 MiB less what is needed; the first one nearly nothing.
            FillTo(ballast, free: 1_000_000L + (step * 49_000_000L / steps), folder);
            try
            {
                using IndexWriter writer = IndexWriter.Open(directory, WriterScript.Analyzer, RandomCorpus.Schema);
                for (int number = 1; number <= 40; number++)
                {
                    for (int document = 0; document < 10; document++)
                        writer.Add(RandomCorpus.Describe(new Random(number), $"d{number}.{document}",
                            [$"{number}号{document}", text]));
                    writer.Commit(new Dictionary<string, string> { ["commit"] = $"{number}" });
                    committed = number;
                }
            }
            catch (IOException)
            {
                full++;
            }

            using (IndexReader reader = IndexReader.Open(directory, WriterScript.Analyzer))
            {
                int found = new Searcher(reader).Search(new IndexRequest { Query = new AllQuery() }).Documents;
                Assert.True(found == committed * 10 || found == (committed + 1) * 10,
                    $"{found} documents after {committed} commits");
            }

            Assert.Null(Leftovers.Findings(directory));
            File.Delete(ballast);
            using (IndexWriter writer = IndexWriter.Open(directory, WriterScript.Analyzer, RandomCorpus.Schema))
                Assert.Empty(Leftovers.In(directory));
            Directory.Delete(Path.Combine(folder, $"index{step}"), recursive: true);
        }

        Assert.True(full > 0, "the disk was never full");
        Progress.Say($"C5 tmpfs steps={steps} full={full}");
    }

    private static void AssertSpaceComesBack(QuotaDirectory disk, string context)
    {
        disk.Quota = long.MaxValue;
        using IndexWriter writer = IndexWriter.Open(disk, WriterScript.Analyzer, RandomCorpus.Schema);
        Assert.True(Leftovers.In(disk).Count == 0, $"left behind: {context}");
        using IndexReader reader = IndexReader.Open(disk, WriterScript.Analyzer);
        int found = new Searcher(reader).Search(new IndexRequest { Query = new AllQuery() }).Documents;
        Assert.True(found == reader.DocumentCount, context);
        Assert.True(Leftovers.Findings(disk) is null, $"{Leftovers.Findings(disk)}: {context}");
    }

    private static void FillTo(string ballast, long free, string folder)
    {
        long available = new DriveInfo(folder).AvailableFreeSpace;
        using FileStream file = new(ballast, FileMode.Create);
        byte[] block = new byte[1 << 16];
        for (long left = available - free; left > 0; left -= block.Length)
            file.Write(block, 0, (int)Math.Min(block.Length, left));
    }

    /// <summary>Null when a small disk is mounted; else why not.</summary>
    private static string? Mount(string folder) => OperatingSystem.IsLinux()
        ? Run("mount", "-t", "tmpfs", "-o", $"size={TmpfsMegabytes}m", "tmpfs", folder)
        : "not Linux";

    private static string? Run(string program, params string[] arguments)
    {
        try
        {
            using Process process = Process.Start(
                new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
            string error = process.StandardError.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? null : error.Trim();
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            return e.Message;
        }
    }
}
