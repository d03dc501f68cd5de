using SearchEngine.Archive.Checking;
using SearchEngine.Archive.Reading;
using SearchEngine.Archive.Writing;

namespace SearchEngine.Archive.Tests.Writing;

public sealed class RevisitTests
{
    [Fact]
    public void A_revisit_holds_its_own_head_and_leads_to_the_bytes_of_the_first_capture()
    {
        using TempFolder folder = new();
        (RecordLocation first, RecordLocation second) = WriteTwice(folder);

        WarcRecord revisit = WarcReader.ReadAt(folder.Path, second);
        WarcRecord holder = Revisits.ReadHolderAt(folder.Path, second);

        Assert.True(revisit.IsSamePayload);
        Assert.Equal(200, revisit.ReadHttp()!.Status);
        Assert.True(revisit.ReadHttp()!.Body.IsEmpty);
        Assert.Equal(first, holder.Location);
        Assert.Equal(holder.Id, revisit["WARC-Refers-To"]);
        Assert.Equal(holder.TargetUri, revisit["WARC-Refers-To-Target-URI"]);
        Assert.Equal(holder["WARC-Date"], revisit["WARC-Refers-To-Date"]);
        Assert.Equal(holder.StatedPayloadDigest, revisit.StatedPayloadDigest);
        Assert.Equal("<p>法治政府</p>"u8.ToArray(), holder.ReadPayload());
        Assert.Empty(ArchiveChecker.Check(folder.Path).Findings);
    }

    [Fact]
    public void A_record_that_is_no_revisit_is_its_own_holder()
    {
        using TempFolder folder = new();
        (RecordLocation first, _) = WriteTwice(folder);

        Assert.Equal(first, Revisits.ReadHolderAt(folder.Path, first).Location);
    }

    [Fact]
    public void A_revisit_whose_holder_is_another_payload_is_damaged()
    {
        using TempFolder folder = new();
        using WarcWriter writer = WarcWriter.Open(folder.Path);
        WarcRecord other = WarcReader.ReadAt(folder.Path, writer.Append(Captures.Page(body: "<p>别的</p>")));

        RecordLocation revisit = writer.Append(Captures.Page() with { SamePayloadAs = other });

        Assert.Throws<ArchiveDamagedException>(() => Revisits.ReadHolderAt(folder.Path, revisit));
    }

    [Fact]
    public void A_revisit_does_not_lead_out_of_the_archive()
    {
        using TempFolder folder = new();
        (_, RecordLocation second) = WriteTwice(folder);
        string file = folder.Only("*.warc.gz");
        string text = System.Text.Encoding.Latin1.GetString(Plain(file));
        string plain = Path.Combine(folder.Path, "x.warc");
        File.WriteAllBytes(plain, System.Text.Encoding.Latin1.GetBytes(
            text.Replace("WARC-Refers-To-Filename: ", "WARC-Refers-To-Filename: ../", StringComparison.Ordinal)));

        WarcRecord revisit = new WarcReader(plain).ReadAll().Select(e => e.Record!).Single(r => r.Type == "revisit");

        Assert.NotEqual(0, second.Offset);
        Assert.Throws<ArchiveDamagedException>(() => Revisits.HolderOf(folder.Path, revisit));
    }

    private static byte[] Plain(string file)
    {
        using System.IO.Compression.GZipStream gzip = new(File.OpenRead(file), System.IO.Compression.CompressionMode.Decompress);
        using MemoryStream plain = new();
        gzip.CopyTo(plain);
        return plain.ToArray();
    }

    private static (RecordLocation First, RecordLocation Second) WriteTwice(TempFolder folder)
    {
        using WarcWriter writer = WarcWriter.Open(folder.Path);
        RecordLocation first = writer.Append(Captures.Page());
        WarcRecord holder = WarcReader.ReadAt(folder.Path, first);
        return (first, writer.Append(Captures.Page() with { SamePayloadAs = holder, FetchedAt = Captures.Day.AddDays(1) }));
    }
}
