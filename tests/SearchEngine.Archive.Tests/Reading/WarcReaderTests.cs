using System.Text;
using SearchEngine.Archive.Reading;
using SearchEngine.Archive.Writing;

namespace SearchEngine.Archive.Tests.Reading;

public sealed class WarcReaderTests
{
    private const string Chunks = "5\r\nhello\r\n7;x=1\r\n, world\r\n0\r\n\r\n";

    [Theory]
    [InlineData("Transfer-Encoding: chunked\r\n", Chunks, "hello, world")]
    [InlineData("Transfer-Encoding: chunked\r\n", "5\r\nhello\r\n9\r\n, wo", "hello, wo")]
    [InlineData("Transfer-Encoding: chunked\r\n", "no chunks here", "no chunks here")]
    [InlineData("", "hello", "hello")]
    [InlineData("Content-Encoding: gzip\r\n", "not gzip at all", "not gzip at all")]
    [InlineData("Content-Encoding: zstd\r\n", "unknown", "unknown")]
    public void Undoes_the_codings_that_are_really_there(string headers, string body, string expected)
    {
        WarcRecord record = ReadOne(Response($"HTTP/1.1 200 OK\r\n{headers}\r\n{body}"));

        Assert.Equal(expected, Encoding.UTF8.GetString(record.ReadPayload()));
    }

    [Fact]
    public void Undoes_gzip_and_bounds_a_bomb()
    {
        byte[] bomb = Captures.Gzip(new byte[50 << 20]);
        byte[] block = [.. "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n"u8, .. bomb];
        WarcRecord record = ReadOne(Response(block));

        Assert.Equal(1000, record.ReadPayload(new ArchiveLimits { MaxPayloadBytes = 1000 }).Length);
    }

    [Fact]
    public void Gives_what_came_of_a_truncated_gzip_body()
    {
        byte[] text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 20_000)));
        byte[] cut = Captures.Gzip(text)[..^4000];
        WarcRecord record = ReadOne(Response([.. "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n"u8, .. cut]));

        byte[] payload = record.ReadPayload();

        Assert.InRange(payload.Length, 10_000, text.Length);
        Assert.Equal(text[..payload.Length], payload);
    }

    [Fact]
    public void Keeps_only_the_limit_of_a_long_block_and_still_verifies_it()
    {
        using TempFolder folder = new();
        using WarcWriter writer = WarcWriter.Open(folder.Path);
        RecordLocation location = writer.Append(Captures.File(new byte[100_000]));

        WarcRecord record = WarcReader.ReadAt(folder.Path, location, new ArchiveLimits { MaxBlockBytesKept = 500 });

        Assert.Equal(500, record.Block.Length);
        Assert.True(record.BlockCut);
        Assert.Equal(DigestOutcome.Matches, record.BlockDigest);
        Assert.Equal(DigestOutcome.NotChecked, record.PayloadDigest);
    }

    [Theory]
    [InlineData("../outside.warc.gz")]
    [InlineData("/etc/passwd")]
    [InlineData("..")]
    [InlineData("")]
    public void Refuses_a_location_outside_its_folder(string file)
    {
        Assert.Throws<ArgumentException>(() => WarcReader.ReadAt("/tmp", new RecordLocation(file, 0)));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(3)]
    [InlineData(long.MaxValue)]
    public void Throws_its_own_exception_where_no_record_stands(long offset)
    {
        using TempFolder folder = new();
        using (WarcWriter writer = WarcWriter.Open(folder.Path))
        {
            writer.Append(Captures.Page());
        }

        string file = Path.GetFileName(folder.Only("*.warc.gz"));

        Assert.Throws<ArchiveDamagedException>(() => WarcReader.ReadAt(folder.Path, new RecordLocation(file, offset)));
        Assert.Throws<ArchiveDamagedException>(() => WarcReader.ReadAt(folder.Path, new RecordLocation("x.warc.gz", 0)));
    }

    [Fact]
    public void Reads_plain_files_and_goes_on_behind_damage()
    {
        byte[] good = Response("HTTP/1.1 200 OK\r\n\r\nbody");
        byte[] broken = Encoding.ASCII.GetBytes(
            Encoding.ASCII.GetString(good).Replace("Content-Length: ", "Content-Length: -", StringComparison.Ordinal));
        List<WarcEntry> entries = ReadAll([.. good, .. broken, .. good], ".warc");

        Assert.Equal(2, entries.Count(e => e.Record is not null));
        ArchiveFinding finding = Assert.Single(entries.SelectMany(e => e.Findings));
        Assert.Equal(good.Length, finding.Offset);
        Assert.Equal(ArchiveFindingKind.BadRecord, finding.Kind);
    }

    [Fact]
    public void Reads_several_records_in_one_gzip_member()
    {
        byte[] good = Response("HTTP/1.1 200 OK\r\n\r\nbody");

        List<WarcEntry> entries = ReadAll(Captures.Gzip([.. good, .. good, .. good]), ".warc.gz");

        Assert.Equal(3, entries.Count);
        Assert.All(entries, e => Assert.Empty(e.Findings));
    }

    [Theory]
    [InlineData("Content-Length: 99999999999999999999")]
    [InlineData("Content-Length: 9223372036854775807")]
    [InlineData("Content-Length: 1000")]
    [InlineData("Content-Length: x")]
    [InlineData("X: 1")]
    public void Finds_a_false_length_and_reads_the_next_member(string line)
    {
        byte[] bad = Encoding.ASCII.GetBytes($"WARC/1.1\r\nWARC-Type: response\r\n{line}\r\n\r\nbody\r\n\r\n");
        byte[] good = Response("HTTP/1.1 200 OK\r\n\r\nbody");
        byte[] file = [.. Captures.Gzip(bad), .. Captures.Gzip(good)];

        List<WarcEntry> entries = ReadAll(file, ".warc.gz");

        Assert.Equal(2, entries.Count);
        Assert.Equal(ArchiveFindingKind.BadRecord, Assert.Single(entries[0].Findings).Kind);
        Assert.Empty(entries[1].Findings);
    }

    [Fact]
    public void Reports_missing_repeated_and_overlong_fields()
    {
        byte[] lacking = Encoding.ASCII.GetBytes("WARC/1.0\r\nContent-Length: 0\r\nX: 1\r\nx: 2\r\n\r\n\r\n\r\n");
        byte[] overlong = Encoding.ASCII.GetBytes($"WARC/1.0\r\nX: {new string('x', 1 << 20)}\r\n\r\n");

        List<WarcEntry> entries = ReadAll([.. Captures.Gzip(lacking), .. Captures.Gzip(overlong)], ".warc.gz");

        Assert.Equal(4, entries[0].Findings.Count(f => f.Kind == ArchiveFindingKind.BadHeader));
        Assert.Equal(ArchiveFindingKind.BadRecord, Assert.Single(entries[1].Findings).Kind);
    }

    [Fact]
    public void Survives_two_thousand_random_mutations_of_a_file()
    {
        Random random = Replay.Random();
        using TempFolder folder = new();
        using (WarcWriter writer = WarcWriter.Open(folder.Path))
        {
            for (int i = 0; i < 6; i++)
            {
                writer.Append(Captures.Page($"http://a.gov.cn/{i}"));
            }
        }

        byte[] sound = File.ReadAllBytes(folder.Only("*.warc.gz"));
        string path = folder["mutant.warc.gz"];
        for (int i = 0; i < 2000; i++)
        {
            byte[] mutant = Mutate(sound, random);
            File.WriteAllBytes(path, mutant);

            List<WarcEntry> entries = [.. new WarcReader(path).ReadAll()];

            bool missing = entries.Count(e => e.Record is not null) < 13;
            bool found = entries.Any(e => e.Findings.Count > 0);
            bool cutBetweenRecords = sound.AsSpan().StartsWith(mutant);
            Assert.True(found || !missing || cutBetweenRecords, $"mutation {i} lost a record silently");
            Assert.All(entries.SelectMany(e => e.Findings), f => Assert.InRange(f.Offset, 0, mutant.Length));
        }
    }

    private static byte[] Mutate(byte[] sound, Random random)
    {
        byte[] mutant = [.. sound];
        int at = random.Next(mutant.Length);
        switch (random.Next(4))
        {
            case 0:
                mutant[at] ^= (byte)(1 << random.Next(8));
                break;
            case 1:
                return mutant[..at];
            case 2:
                Array.Clear(mutant, at, Math.Min(random.Next(1, 200), mutant.Length - at));
                break;
            default:
                random.NextBytes(mutant.AsSpan(at, Math.Min(random.Next(1, 50), mutant.Length - at)));
                break;
        }

        return mutant;
    }

    private static byte[] Response(string http) => Response(Encoding.UTF8.GetBytes(http));

    private static byte[] Response(byte[] http) =>
    [
        .. Encoding.ASCII.GetBytes(
            "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:1>\r\nWARC-Date: 2025-01-01T00:00:00Z\r\n"
            + "WARC-Target-URI: <http://a.gov.cn/>\r\nContent-Type: application/http;msgtype=response\r\n"
            + $"Content-Length: {http.Length}\r\n\r\n"),
        .. http,
        .. "\r\n\r\n"u8,
    ];

    private static WarcRecord ReadOne(byte[] record) => Assert.Single(ReadAll(record, ".warc")).Record!;

    private static List<WarcEntry> ReadAll(byte[] bytes, string suffix)
    {
        using TempFolder folder = new();
        File.WriteAllBytes(folder["a" + suffix], bytes);
        return [.. new WarcReader(folder["a" + suffix]).ReadAll()];
    }
}
