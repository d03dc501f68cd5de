using System.Text;
using SearchEngine.Archive.Checking;
using SearchEngine.Archive.Reading;
using SearchEngine.Archive.Writing;

namespace SearchEngine.Archive.Tests.Writing;

public sealed class WarcWriterTests
{
    [Fact]
    public void Reads_back_what_was_written_for_two_thousand_random_records()
    {
        Random random = Replay.Random();
        using TempFolder folder = new();
        List<(RecordLocation Location, HttpCapture Page)> pages = [];
        List<(RecordLocation Location, byte[] Content)> files = [];
        WarcWriterOptions options = new() { Limits = new ArchiveLimits { MaxFileBytes = 500_000 } };
        using (WarcWriter writer = WarcWriter.Open(folder.Path, options))
        {
            for (int i = 0; i < 2000; i++)
            {
                if (random.Next(5) == 0)
                {
                    byte[] content = Captures.RandomBytes(random, 5_000);
                    files.Add((writer.Append(Captures.File(content)), content));
                }
                else
                {
                    HttpCapture page = Captures.RandomPage(random, i);
                    pages.Add((writer.Append(page), page));
                }
            }

            writer.Sync();
        }

        Assert.True(folder.Files("*.warc.gz").Length > 3);
        Assert.Empty(folder.Files("*.open"));
        foreach ((RecordLocation location, HttpCapture page) in pages)
        {
            WarcRecord record = WarcReader.ReadAt(folder.Path, location);
            Assert.Equal(page.Url, record.TargetUri);
            Assert.Equal(page.FetchedAt, record.Date);
            Assert.Equal(DigestOutcome.Matches, record.BlockDigest);
            HttpMessage message = record.ReadHttp()!;
            Assert.Equal(page.Body.ToArray(), message.Body.ToArray());
            Assert.Null(message.Header("Transfer-Encoding"));
        }

        foreach ((RecordLocation location, byte[] content) in files)
        {
            Assert.Equal(content, WarcReader.ReadAt(folder.Path, location).ReadPayload());
        }

        ArchiveReport report = ArchiveChecker.Check(folder.Path);
        Assert.Empty(report.Findings);
        Assert.True(report.Records >= 2000 + pages.Count);
    }

    [Fact]
    public void Begins_every_file_with_a_warcinfo_record_that_names_it()
    {
        using TempFolder folder = new();
        using (WarcWriter writer = WarcWriter.Open(folder.Path, new WarcWriterOptions { Operator = "档案室" }))
        {
            writer.Append(Captures.Page());
        }

        string path = folder.Only("*.warc.gz");
        WarcRecord info = new WarcReader(path).ReadAt(0);

        Assert.Equal("warcinfo", info.Type);
        Assert.Equal(Path.GetFileName(path), info["WARC-Filename"]);
        Assert.Contains("operator: 档案室", Encoding.UTF8.GetString(info.Block.Span), StringComparison.Ordinal);
    }

    [Fact]
    public void Ties_request_and_metadata_to_their_response()
    {
        using TempFolder folder = new();
        using (WarcWriter writer = WarcWriter.Open(folder.Path))
        {
            writer.Append(Captures.Page() with { Metadata = [new("via", "http://a.gov.cn/\r\nforged: 1")] });
        }

        List<WarcRecord> records = [.. new WarcReader(folder.Only("*.warc.gz")).ReadAll().Select(e => e.Record!)];

        Assert.Equal(["warcinfo", "response", "request", "metadata"], records.Select(r => r.Type));
        Assert.All(records.Skip(2), r => Assert.Equal(records[1].Id, r["WARC-Concurrent-To"]));
        Assert.All(records.Skip(1), r => Assert.Equal(records[0].Id, r["WARC-Warcinfo-ID"]));
        Assert.Equal("via: http://a.gov.cn/ forged: 1\r\n", Encoding.UTF8.GetString(records[3].Block.Span));
    }

    [Fact]
    public void Marks_a_truncated_body_and_an_unchanged_page()
    {
        using TempFolder folder = new();
        using WarcWriter writer = WarcWriter.Open(folder.Path);
        RecordLocation cut = writer.Append(Captures.Page() with { Truncated = TruncationReason.Length });
        RecordLocation unchanged = writer.Append(Captures.Page() with
        {
            ResponseHead = Captures.Bytes("HTTP/1.1 304 Not Modified\r\nETag: \"1\"\r\n\r\n"),
            Body = default,
        });

        Assert.Equal("length", WarcReader.ReadAt(folder.Path, cut)["WARC-Truncated"]);
        Assert.Equal("revisit", WarcReader.ReadAt(folder.Path, unchanged).Type);
    }

    [Fact]
    public void Leaves_only_the_transfer_encoding_out_of_the_head()
    {
        byte[] head = HttpHead.WithoutTransferEncoding(
            "HTTP/1.1 200 OK\r\nA: 1\r\nTransfer-Encoding : gzip,\r\n chunked\r\nx-b:2\r\n\r\n"u8);

        Assert.Equal("HTTP/1.1 200 OK\r\nA: 1\r\nx-b:2\r\n\r\n", Encoding.ASCII.GetString(head));
    }

    [Fact]
    public void Escapes_what_no_address_may_hold()
    {
        using TempFolder folder = new();
        using WarcWriter writer = WarcWriter.Open(folder.Path);

        WarcRecord record = WarcReader.ReadAt(folder.Path, writer.Append(Captures.File([1])));
        WarcRecord forged = WarcReader.ReadAt(
            folder.Path, writer.Append(Captures.Page("http://a.gov.cn/\r\nWARC-Type: warcinfo")));

        Assert.Equal("file:///%E6%8A%A5%E5%91%8A%201.html", record.TargetUri);
        Assert.Equal("http://a.gov.cn/%0D%0AWARC-Type:%20warcinfo", forged.TargetUri);
        Assert.Equal("response", forged.Type);
    }

    [Fact]
    public void Refuses_a_second_writer_until_the_first_is_done()
    {
        using TempFolder folder = new();
        using (WarcWriter.Open(folder.Path))
        {
            Assert.Throws<ArchiveLockedException>(() => WarcWriter.Open(folder.Path));
        }

        WarcWriter.Open(folder.Path).Dispose();
    }

    [Fact]
    public void Never_uses_a_name_twice()
    {
        using TempFolder folder = new();
        for (int i = 0; i < 5; i++)
        {
            using WarcWriter writer = WarcWriter.Open(folder.Path);
            writer.Append(Captures.Page());
        }

        Assert.Equal(5, folder.Files("*.warc.gz").Length);
    }

    [Fact]
    public void Leaves_no_file_when_nothing_was_written()
    {
        using TempFolder folder = new();
        WarcWriter.Open(folder.Path).Dispose();

        Assert.Empty(folder.Files("*.warc.gz*"));
    }
}
