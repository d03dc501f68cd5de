using SearchEngine.Index.Store;
using SearchEngine.Index.Tests.Indexing;
using SearchEngine.TestKit;
using SearchEngine.TestKit.Storage;

namespace SearchEngine.Index.Tests.Crash;

/// <summary>
/// C2: before each operation of a script every kind of image that a power cut could leave, and at each commit 50 mixed
/// ones; every commit that had returned must be there. Writers that leave out a sync must be found out by the same
/// test.
/// </summary>
public sealed class PowerLossTests
{
    private const int Usual = 3_000;
    private const int MixedAtCommit = 50;
    private const int MostScripts = 8;

    private static readonly PowerLoss[] Kinds = [.. Enum.GetValues<PowerLoss>().Where(kind => kind != PowerLoss.Mixed)];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_power_cut_at_any_moment_leaves_every_commit_that_had_returned(int threads)
    {
        RandomSeed seed = RandomSeed.Next();
        Random random = seed.Create();
        int wanted = Amount.Of("C2", Usual) / 2;
        int operations = 0;
        CrashDirectory counting = new() { BeforeChange = _ => operations++ };
        new WriterScript().Run(counting);
        int images = 0;
        int scripts = 0;
        while (images < wanted)
        {
            double share = Math.Min(1, (double)(wanted - images) / (operations * Kinds.Length));
            (int made, string? wrong) = CutPower(null, random, share, threads);
            Assert.True(wrong is null, $"{wrong}; {seed}");
            images += made;
            scripts++;
        }

        Progress.Say($"C2 threads={threads} images={images} scripts={scripts} operations={operations} kinds={Kinds.Length} wrong=0");
    }

    [Theory]
    [InlineData(ForgottenSync.Files, 1)]
    [InlineData(ForgottenSync.Files, 2)]
    [InlineData(ForgottenSync.FolderBeforeRename, 1)]
    [InlineData(ForgottenSync.FolderBeforeRename, 2)]
    [InlineData(ForgottenSync.FolderAfterRename, 1)]
    [InlineData(ForgottenSync.FolderAfterRename, 2)]
    public void A_writer_that_forgets_a_sync_is_found_out(ForgottenSync forgotten, int threads)
    {
        RandomSeed seed = RandomSeed.Next();

        Random random = seed.Create();
        int images = 0;
        string? wrong = null;
        // What is lost depends on chance: one row of operations may be lucky, several are not.
        for (int script = 0; script < MostScripts && wrong is null; script++)
        {
            (int more, wrong) = CutPower(forgotten, random, share: 0.2, threads);
            images += more;
        }

        Assert.True(wrong is not null, $"{forgotten} was not found out by {images} images; {seed}");
        Progress.Say($"C2 sentinel={forgotten} threads={threads} found after {images} images: {wrong}");
    }

    /// <param name="forgotten">A sync that the writer leaves out, or null for the writer as it is.</param>
    /// <param name="random">Picks operations and fates.</param>
    /// <param name="share">Share of the operations before which the power is cut.</param>
    /// <param name="threads">Those of the writer; with two, files are synced in the background.</param>
    private static (int Images, string? Wrong) CutPower(ForgottenSync? forgotten, Random random, double share, int threads)
    {
        CrashDirectory disk = new();
        WriterScript script = new(random.Next(), threads);
        string? wrong = null;
        int images = 0;
        bool renamed = false;
        disk.BeforeChange = operation =>
        {
            // A commit point lies between the rename and the sync of the folder behind it.
            bool isCommitPoint = operation == StorageOperation.Rename || renamed;
            renamed = operation == StorageOperation.Rename;
            if (wrong is not null)
                return;
            if (isCommitPoint && random.NextDouble() < Math.Max(share, 0.1))
                Cut(Enumerable.Repeat(PowerLoss.Mixed, MixedAtCommit));
            if (random.NextDouble() < share)
                Cut(Kinds);
        };
        script.Run(forgotten is { } sync ? new ForgetfulDirectory(disk, sync) : disk);
        Cut(Kinds);
        return (images, wrong);

        void Cut(IEnumerable<PowerLoss> losses)
        {
            foreach (PowerLoss loss in losses)
            {
                if (wrong is not null)
                    return;
                images++;
                RamDirectory image = disk.Image(loss, random);
                if ((script.WrongWith(image) ?? Leftovers.WrongAfterReopening(image)) is { } found)
                    wrong = $"{loss}: {found}";
            }
        }
    }
}
