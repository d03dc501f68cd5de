using SearchEngine.Archive.Checking;
using SearchEngine.Archive.Reading;
using SearchEngine.Archive.Writing;
using SearchEngine.TestKit;
using Tail = SearchEngine.Archive.Tests.Campaigns.PowerLossImage.Tail;

namespace SearchEngine.Archive.Tests.Campaigns;

/// <summary>
/// The power fails at a random call of a writer: whatever the disk then holds, opening the archive again gives every record
/// that was synced, at its place. AMOUNT_H2 says how many disks, 700 otherwise.
/// </summary>
public sealed class PowerLossTests
{
    private const int ImagesPerScript = 50;

    [Fact]
    public void Every_synced_record_is_there_whatever_the_disk_holds()
    {
        int amount = Amount.Of("H2", 700);
        (int images, int lost, int records, int damaged) = Run(amount, Replay.Random(), () => new JournalDisk());

        Assert.Equal(0, lost);
        Assert.Equal(0, damaged);
        TestContext.Current.TestOutputHelper?.WriteLine($"{images} disks, {records} synced records looked up, {lost} lost");
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void The_images_show_a_writer_that_leaves_a_sync_out(bool ignoresSyncs, bool ignoresFolders)
    {
        (_, int lost, _, _) = Run(100, new Random(7), () => new JournalDisk(ignoresSyncs, ignoresFolders));

        Assert.True(lost > 0, "a missing sync would not be noticed");
    }

    private static (int Images, int Lost, int Records, int Damaged) Run(int amount, Random random, Func<JournalDisk> newDisk)
    {
        int images = 0;
        int lost = 0;
        int records = 0;
        int damaged = 0;
        while (images < amount)
        {
            JournalDisk disk = newDisk();
            List<Acknowledged> acknowledged = Write(disk, random);
            for (int i = 0; i < ImagesPerScript && images < amount; i++, images++)
            {
                int failedAt = random.Next(disk.Steps.Count + 1);
                Tail tail = (Tail)(images % Enum.GetValues<Tail>().Length);
                using TempFolder folder = new();
                PowerLossImage.Build(disk.Steps.Take(failedAt), tail, random, folder.Path);
                WarcWriter.Open(folder.Path).Dispose();
                foreach (Acknowledged record in acknowledged.Where(a => a.AtStep <= failedAt))
                {
                    records++;
                    lost += Holds(folder, record) ? 0 : 1;
                }

                // Only a tail whose bytes were changed may leave something for the check to find, and never a half record.
                bool unchanged = tail is Tail.Dropped or Tail.Kept or Tail.Cut or Tail.Zeroed;
                damaged += unchanged && !ArchiveChecker.Check(folder.Path).IsSound ? 1 : 0;
                Assert.Empty(folder.Files("*.open"));
            }
        }

        return (images, lost, records, damaged);
    }

    /// <summary>A script of appends, syncs and full files.</summary>
    /// <returns>The records for which a sync has returned, and after which call.</returns>
    private static List<Acknowledged> Write(JournalDisk disk, Random random)
    {
        using TempFolder folder = new();
        WarcWriterOptions options = new() { Disk = disk, Limits = new ArchiveLimits { MaxFileBytes = random.Next(5_000, 40_000) } };
        List<Acknowledged> acknowledged = [];
        List<(RecordLocation At, string Digest)> waiting = [];
        using WarcWriter writer = WarcWriter.Open(folder.Path, options);
        for (int i = 0; i < 12; i++)
        {
            byte[] content = Captures.RandomBytes(random, random.Next(1, 9_000));
            waiting.Add((writer.Append(Captures.File(content)), WarcRecordBuilder.Digest(content)));
            if (random.Next(3) > 0)
            {
                writer.Sync();
                acknowledged.AddRange(waiting.Select(w => new Acknowledged(w.At, w.Digest, disk.Steps.Count)));
                waiting.Clear();
            }
        }

        return acknowledged;
    }

    private static bool Holds(TempFolder folder, Acknowledged record)
    {
        try
        {
            return WarcReader.ReadAt(folder.Path, record.At).StatedPayloadDigest == record.Digest;
        }
        catch (ArchiveDamagedException)
        {
            return false;
        }
    }

    private sealed record Acknowledged(RecordLocation At, string Digest, int AtStep);
}
