using SearchEngine.Archive.Checking;
using SearchEngine.Archive.Reading;
using SearchEngine.Archive.Writing;

namespace SearchEngine.Archive.Tests.Writing;

public sealed class WarcRecoveryTests
{
    private const string Name = "searchengine-20250228083000-00001.warc.gz";

    [Fact]
    public void Keeps_every_whole_record_when_the_last_is_cut_at_any_byte()
    {
        (byte[] whole, List<long> starts) = WrittenFile();
        using TempFolder folder = new();
        long lastStart = starts[^1];

        for (long cut = lastStart; cut <= whole.Length; cut++)
        {
            File.WriteAllBytes(folder[Name + ".open"], whole[..(int)cut]);
            using (WarcWriter writer = WarcWriter.Open(folder.Path))
            {
                RecoveredFile recovered = Assert.Single(writer.Recovered);
                Assert.Equal(cut == whole.Length ? cut : lastStart, recovered.BytesKept);
                Assert.Equal(cut - recovered.BytesKept, recovered.BytesCut);
            }

            Assert.Equal(cut == whole.Length ? whole : whole[..(int)lastStart], File.ReadAllBytes(folder[Name]));
            Assert.Empty(folder.Files("*.open"));
            File.Delete(folder[Name]);
        }
    }

    [Fact]
    public void Passes_the_check_after_recovery_and_can_be_written_to_again()
    {
        (byte[] whole, _) = WrittenFile();
        using TempFolder folder = new();
        File.WriteAllBytes(folder[Name + ".open"], whole[..^7]);
        using (WarcWriter writer = WarcWriter.Open(folder.Path))
        {
            writer.Append(Captures.Page());
        }

        Assert.Empty(ArchiveChecker.Check(folder.Path).Findings);
        Assert.Equal(2, folder.Files("*.warc.gz").Length);
    }

    [Fact]
    public void Never_touches_a_closed_file_even_a_damaged_one()
    {
        (byte[] whole, _) = WrittenFile();
        using TempFolder folder = new();
        File.WriteAllBytes(folder[Name], whole[..^7]);
        WarcWriter.Open(folder.Path).Dispose();

        Assert.Equal(whole[..^7], File.ReadAllBytes(folder[Name]));
    }

    [Fact]
    public void Removes_an_open_file_in_which_nothing_is_whole()
    {
        using TempFolder folder = new();
        File.WriteAllBytes(folder[Name + ".open"], [0x1F, 0x8B, 8, 0]);
        WarcWriter.Open(folder.Path).Dispose();

        Assert.Empty(folder.Files("*.warc.gz*"));
    }

    [Fact]
    public void Keeps_whole_records_behind_a_damaged_one()
    {
        (byte[] whole, List<long> starts) = WrittenFile();
        whole[starts[1] + 30] ^= 0x55;
        using TempFolder folder = new();
        File.WriteAllBytes(folder[Name + ".open"], whole);
        WarcWriter.Open(folder.Path).Dispose();

        Assert.Equal(whole.Length, new FileInfo(folder[Name]).Length);
        Assert.NotEmpty(ArchiveChecker.Check(folder.Path).Findings);
    }

    [Fact]
    public void Lets_readers_find_a_record_in_the_file_that_is_still_open()
    {
        using TempFolder folder = new();
        using WarcWriter writer = WarcWriter.Open(folder.Path);
        RecordLocation location = writer.Append(Captures.Page());
        writer.Sync();

        Assert.EndsWith(".warc.gz", location.File, StringComparison.Ordinal);
        Assert.Equal("<p>法治政府</p>"u8.ToArray(), WarcReader.ReadAt(folder.Path, location).ReadPayload());
        Assert.Single(folder.Files("*.open"));
    }

    private static (byte[] File, List<long> Starts) WrittenFile()
    {
        using TempFolder folder = new();
        using (WarcWriter writer = WarcWriter.Open(folder.Path))
        {
            writer.Append(Captures.Page());
            writer.Append(Captures.Page(body: "<p>第二页</p>"));
        }

        string path = folder.Only("*.warc.gz");
        return (File.ReadAllBytes(path), [.. new WarcReader(path).ReadAll().Select(e => e.Record!.Location.Offset)]);
    }
}
