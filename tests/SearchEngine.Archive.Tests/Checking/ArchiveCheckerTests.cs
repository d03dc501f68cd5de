using System.Text;
using SearchEngine.Archive.Checking;
using SearchEngine.Archive.Gzip;
using SearchEngine.Archive.Writing;

namespace SearchEngine.Archive.Tests.Checking;

public sealed class ArchiveCheckerTests
{
    [Fact]
    public void Counts_exactly_the_digests_that_agree()
    {
        using TempFolder folder = new();
        Write(folder, Captures.Page());

        ArchiveReport report = ArchiveChecker.Check(folder.Path);

        Assert.True(report.IsSound);
        Assert.Equal(3, report.Records);
        Assert.Equal(4, report.DigestsPassed);
    }

    [Fact]
    public void Names_file_and_offset_of_a_body_that_was_changed()
    {
        using TempFolder folder = new();
        RecordLocation location = Write(folder, Captures.Page());
        Rewrite(folder.Only("*.warc.gz"), "法治", "人治");

        ArchiveReport report = ArchiveChecker.Check(folder.Path);

        Assert.Equal([ArchiveFindingKind.BadDigest, ArchiveFindingKind.BadDigest], report.Findings.Select(f => f.Kind));
        Assert.All(report.Findings, f => Assert.Equal(location, new RecordLocation(f.File, f.Offset)));
        Assert.All(report.Findings, f => Assert.NotEmpty(f.Advice));
    }

    [Fact]
    public void Finds_a_body_shorter_than_its_stated_length_unless_it_is_marked()
    {
        using TempFolder folder = new();
        HttpCapture shorter = Captures.Page() with { Body = "<p>"u8.ToArray() };
        Write(folder, shorter);
        Write(folder, shorter with { Truncated = TruncationReason.Disconnect });

        ArchiveReport report = ArchiveChecker.Check(folder.Path);

        Assert.Equal(ArchiveFindingKind.BadHttp, Assert.Single(report.Findings).Kind);
    }

    [Fact]
    public void Finds_every_flipped_bit_of_a_file()
    {
        using TempFolder folder = new();
        Write(folder, Captures.Page());
        string path = folder.Only("*.warc.gz");
        byte[] sound = File.ReadAllBytes(path);
        List<int> silent = [];
        for (int bit = 0; bit < sound.Length * 8; bit += 3)
        {
            byte[] flipped = [.. sound];
            flipped[bit / 8] ^= (byte)(1 << (bit % 8));
            File.WriteAllBytes(path, flipped);
            if (ArchiveChecker.Check(folder.Path).IsSound)
            {
                silent.Add(bit);
            }
        }

        // Modification time, extra flags and operating system of a gzip head carry nothing and are covered by nothing.
        HashSet<int> idle = [.. MemberStarts(sound).SelectMany(s => Enumerable.Range((s + 4) * 8, 48))];
        // The text flag of the same head is only a hint.
        idle.UnionWith(MemberStarts(sound).Select(s => (s + 3) * 8));
        // The last byte before a trailer is filled up with bits that mean nothing.
        idle.UnionWith(MemberStarts(sound).Append(sound.Length).Where(s => s > 0)
            .SelectMany(s => Enumerable.Range((s - 9) * 8, 8)));
        Assert.Empty(silent.Except(idle));
    }

    [Fact]
    public void Tells_of_a_file_left_open_and_counts_beyond_the_limit()
    {
        using TempFolder folder = new();
        File.WriteAllBytes(folder["a.warc.gz.open"], Captures.Gzip("junk"u8.ToArray()));
        File.WriteAllBytes(folder["b.warc.gz"], Captures.Gzip("junk"u8.ToArray()));

        ArchiveReport report = ArchiveChecker.Check(folder.Path, limits: new ArchiveLimits { MaxFindings = 1 });

        Assert.Equal(ArchiveFindingKind.LeftOpen, Assert.Single(report.Findings).Kind);
        Assert.Equal(3, report.FindingsCount);
    }

    [Fact]
    public void Finds_nothing_in_a_folder_that_is_not_there()
    {
        Assert.True(ArchiveChecker.Check("/nowhere/at/all").IsSound);
    }

    private static RecordLocation Write(TempFolder folder, HttpCapture capture)
    {
        using WarcWriter writer = WarcWriter.Open(folder.Path);
        return writer.Append(capture);
    }

    private static IEnumerable<int> MemberStarts(byte[] file)
    {
        using MemoryStream stream = new(file);
        long at = 0;
        while (at < file.Length)
        {
            yield return (int)at;
            using GzipMemberStream member = new(stream, at);
            member.CopyTo(Stream.Null);
            at = member.EndOffset!.Value;
        }
    }

    private static void Rewrite(string path, string from, string to)
    {
        byte[] file = File.ReadAllBytes(path);
        List<byte> changed = [];
        using MemoryStream stream = new(file);
        foreach (int start in MemberStarts(file))
        {
            using GzipMemberStream member = new(stream, start);
            using MemoryStream plain = new();
            member.CopyTo(plain);
            string text = Encoding.UTF8.GetString(plain.ToArray()).Replace(from, to, StringComparison.Ordinal);
            changed.AddRange(GzipFile.Compress(Encoding.UTF8.GetBytes(text)));
        }

        File.WriteAllBytes(path, [.. changed]);
    }
}
