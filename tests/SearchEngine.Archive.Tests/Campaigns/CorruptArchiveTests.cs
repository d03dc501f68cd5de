using System.Text;
using SearchEngine.Archive.Reading;
using SearchEngine.Archive.Writing;
using SearchEngine.TestKit;

namespace SearchEngine.Archive.Tests.Campaigns;

/// <summary>
/// Archives with one damaged place: reading ends, tells of the damage with its place, and gives every other record of the
/// file unchanged. AMOUNT_H3 says how many, 2,000 otherwise.
/// </summary>
public sealed class CorruptArchiveTests
{
    private const int Records = 7;
    private const int BombBytes = 32 << 20;

    [Fact]
    public void Every_record_outside_a_damaged_place_is_read_and_the_place_is_named()
    {
        int amount = Amount.Of("H3", 2_000);
        Random random = Replay.Random();
        byte[][] plain = [.. Enumerable.Range(0, Records).Select(i => Record(i, Captures.RandomBytes(random, 2_000)))];
        byte[][] packed = [.. plain.Select(Captures.Gzip)];
        using TempFolder folder = new();
        Dictionary<string, int> kinds = [];
        for (int i = 0; i < amount; i++)
        {
            bool gzip = random.Next(2) == 0;
            int victim = random.Next(Records);
            Damage damage = (Damage)(i % Enum.GetValues<Damage>().Length);
            byte[][] file = [.. gzip ? packed : plain];
            file[victim] = Spoil(damage, plain[victim], file[victim], gzip, random);
            int kept = damage == Damage.Truncated ? victim + 1 : Records;

            string seen = Judge(folder, file[..kept], victim, gzip, $"{damage}, gzip {gzip}, record {victim}, number {i}");

            kinds[seen] = kinds.GetValueOrDefault(seen) + 1;
        }

        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{amount} archives: {string.Join(", ", kinds.OrderBy(k => k.Key).Select(k => $"{k.Key} {k.Value}"))}");
    }

    private enum Damage
    {
        Flipped,
        Truncated,
        LengthZero,
        LengthNegative,
        LengthBeyondAll,
        LengthIntoTheNext,
        HeaderOfMebibyte,
        NoLineEnds,
        RepeatedFields,
        Zeroed,
        Bomb,
    }

    /// <returns>The first finding's kind, or that the damage made no difference.</returns>
    private static string Judge(TempFolder folder, byte[][] file, int victim, bool gzip, string what)
    {
        string path = folder[gzip ? "a.warc.gz" : "a.warc"];
        File.WriteAllBytes(path, [.. file.SelectMany(part => part)]);

        List<WarcEntry> entries = [.. new WarcReader(path).ReadAll()];

        ILookup<string, WarcRecord> records =
            entries.Select(e => e.Record).OfType<WarcRecord>().ToLookup(r => r.TargetUri ?? "");
        for (int i = 0; i < file.Length; i++)
        {
            if (i != victim)
            {
                Assert.True(
                    records[Url(i)].Any(r => r.BlockDigest == DigestOutcome.Matches), $"{what}: record {i} was lost");
            }
        }

        long start = file[..victim].Sum(part => (long)part.Length);
        ArchiveFinding[] findings = [.. entries.SelectMany(e => e.Findings)];
        Assert.All(findings, f => Assert.InRange(f.Offset, start, start + file[victim].Length));
        bool whole = records[Url(victim)].Any(r => r.BlockDigest == DigestOutcome.Matches && r.PayloadDigest == DigestOutcome.Matches);
        Assert.True(findings.Length > 0 || whole || file[victim].Length == 0, $"{what}: the damage was passed over in silence");
        return findings.Length > 0 ? findings[0].Kind.ToString() : "harmless";
    }

    private static byte[] Spoil(Damage damage, byte[] record, byte[] stored, bool gzip, Random random)
    {
        byte[] spoiled = [.. stored];

        // What a plain file's header says is covered by no digest, so that only a changed block can be told.
        int from = gzip || damage == Damage.Truncated ? 0 : record.AsSpan().IndexOf("\r\n\r\n"u8) + 4;
        int at = random.Next(from, stored.Length);
        switch (damage)
        {
            case Damage.Flipped:
                spoiled[at] ^= (byte)(1 << random.Next(8));
                return spoiled;
            case Damage.Truncated:
                return spoiled[..at];
            case Damage.Zeroed:
                spoiled.AsSpan(at, Math.Min(random.Next(1, 600), stored.Length - at)).Clear();
                return spoiled;
            case Damage.Bomb:
                byte[] bomb = [.. Encoding.ASCII.GetBytes($"WARC/1.1\r\nWARC-Type: resource\r\nContent-Length: {random.NextInt64(1L << 40)}\r\n\r\n")];
                return gzip ? Captures.Gzip([.. bomb, .. new byte[random.Next(50) == 0 ? BombBytes : 1 << 16]]) : bomb;
            default:
                byte[] rewritten = Rewrite(damage, record, random);
                return gzip ? Captures.Gzip(rewritten) : rewritten;
        }
    }

    private static byte[] Rewrite(Damage damage, byte[] record, Random random)
    {
        int end = record.AsSpan().IndexOf("\r\n\r\n"u8);
        string head = Encoding.Latin1.GetString(record, 0, end);
        byte[] rest = record[end..];
        return damage switch
        {
            Damage.LengthZero => [.. WithLength(head, "0"), .. rest],
            Damage.LengthNegative => [.. WithLength(head, "-1"), .. rest],
            Damage.LengthBeyondAll => [.. WithLength(head, random.Next(2) == 0 ? "9223372036854775808" : "9223372036854775807"), .. rest],
            Damage.LengthIntoTheNext => [.. WithLength(head, $"{rest.Length + random.Next(1, 500)}"), .. rest],
            Damage.HeaderOfMebibyte => [.. Encoding.Latin1.GetBytes($"{head}\r\nX-Long: {new string('x', 1 << 20)}"), .. rest],
            Damage.NoLineEnds => [.. Encoding.Latin1.GetBytes(head), .. rest[..^random.Next(1, 5)]],
            _ => [.. Encoding.Latin1.GetBytes($"{head}\r\nWARC-Type: request\r\nContent-Type: text/x\r\nWARC-Date: 1999-01-01T00:00:00Z"), .. rest],
        };
    }

    private static byte[] WithLength(string head, string length) => Encoding.Latin1.GetBytes(
        string.Join("\r\n", head.Split("\r\n").Select(
            line => line.StartsWith("Content-Length", StringComparison.Ordinal) ? $"Content-Length: {length}" : line)));

    private static string Url(int number) => $"http://a.gov.cn/{number}.html";

    private static byte[] Record(int number, byte[] content) =>
        new WarcRecordBuilder("resource", WarcRecordBuilder.NewId(), Captures.Day).Target(Url(number))
            .Field("WARC-Payload-Digest", WarcRecordBuilder.Digest(content)).Build("text/html", content);
}
