using SearchEngine.Index.Check;
using SearchEngine.Index.Indexing;
using SearchEngine.Index.Store;
using SearchEngine.TestKit;
using SearchEngine.TestKit.Storage;

namespace SearchEngine.Index.Tests.Indexing;

public sealed class IndexWriterCrashTests
{
    [Fact]
    public void A_storage_operation_that_fails_leaves_an_acknowledged_commit()
    {
        FaultyDirectory counting = new(new RamDirectory());
        new WriterScript().Run(counting);
        int operations = counting.Operations;
        Assert.True(operations > 200);

        for (int failAt = 1; failAt <= operations; failAt++)
        {
            RamDirectory storage = new();
            FaultyDirectory faulty = new(storage)
            {
                FailAt = failAt,
                FailForEver = failAt % 3 == 0,
                WriteHalf = failAt % 2 == 0,
            };
            WriterScript script = new();

            Assert.Throws<IOException>(() => script.Run(faulty));

            Assert.True(script.WrongWith(storage) is null, $"operation {failAt}: {script.WrongWith(storage)}");
            ReopenAndCheck(storage, $"operation {failAt}");
        }
    }

    [Fact]
    public void A_power_cut_at_any_moment_leaves_every_commit_that_had_returned()
    {
        RandomSeed seed = RandomSeed.Next();
        (int images, string? wrong) = CutPowerEverywhere(new CrashDirectory(), seed.Create(), imagesEach: 2);

        Assert.True(wrong is null, $"{wrong}; {seed}");
        Assert.True(images > 500);
    }

    [Theory]
    [InlineData("files are not synced")]
    [InlineData("the directory is not synced before the commit is written")]
    [InlineData("the directory is not synced after the rename")]
    public void A_writer_that_lacks_a_sync_is_found_out(string mutant)
    {
        RandomSeed seed = RandomSeed.Next();
        // Directory syncs: one when the index is created, then two for each commit.
        CrashDirectory broken = mutant switch
        {
            "files are not synced" => new CrashDirectory { IgnoreFileSyncs = true },
            "the directory is not synced after the rename" =>
                new CrashDirectory { IgnoresDirectorySync = number => number % 2 == 0 },
            _ => new CrashDirectory { IgnoresDirectorySync = number => number % 2 == 1 },
        };

        (_, string? wrong) = CutPowerEverywhere(broken, seed.Create(), imagesEach: 8);

        Assert.True(wrong is not null, $"not found out; {seed}");
    }

    private static (int Images, string? Wrong) CutPowerEverywhere(CrashDirectory directory, Random random, int imagesEach)
    {
        WriterScript script = new();
        string? wrong = null;
        int images = 0;
        directory.BeforeChange = () =>
        {
            for (int i = 0; i < imagesEach && wrong is null; i++)
            {
                images++;
                wrong = script.WrongWith(directory.Image(random));
            }
        };
        script.Run(directory);
        directory.BeforeChange();
        return (images, wrong);
    }

    private static void ReopenAndCheck(RamDirectory storage, string context)
    {
        using (IndexWriter writer = IndexWriter.Open(storage, WriterScript.Analyzer, RandomCorpus.Schema))
        {
            writer.Add(new Document { Id = "after", Paragraphs = [new Paragraph("重开之后", Zone.Body, 0, 0)] });
            writer.Commit();
        }

        CheckReport report = IndexChecker.Check(storage);
        Assert.True(report.IsSound, $"{context}: {string.Join("; ", report.Findings)}");
    }
}
