namespace SearchEngine.Archive.Reading;

/// <summary>Turns what readers and parsers meet into findings with advice.</summary>
internal static class Findings
{
    private const string ReadOn = "其余记录不受影响；请从备份恢复此文件，或重新抓取受影响的网址。";

    public static ArchiveFinding Damage(string file, long offset, ArchiveFindingKind kind, string message) =>
        new(file, offset, kind, message, Advice(kind));

    public static IReadOnlyList<ArchiveFinding> Of(WarcRecord record, IEnumerable<RecordFault> faults)
    {
        (string file, long offset) = record.Location;
        List<ArchiveFinding> findings = [.. faults.Select(f => Damage(file, offset, f.Kind, f.Message))];
        if (record.BlockDigest == DigestOutcome.Differs)
        {
            findings.Add(Damage(file, offset, ArchiveFindingKind.BadDigest, "内容块与 WARC-Block-Digest 不符。"));
        }

        if (record.PayloadDigest == DigestOutcome.Differs)
        {
            findings.Add(Damage(file, offset, ArchiveFindingKind.BadDigest, "正文与 WARC-Payload-Digest 不符。"));
        }

        return findings;
    }

    private static string Advice(ArchiveFindingKind kind) => kind switch
    {
        ArchiveFindingKind.LeftOpen => "上次写入没有正常结束；再运行一次 crawl 或 import 即会自动修复。",
        ArchiveFindingKind.BadHeader or ArchiveFindingKind.MissingEnd => "记录仍可读取；若文件来自其他工具，请用该工具重新导出。",
        ArchiveFindingKind.Unreadable => "请检查文件权限和磁盘。",
        _ => ReadOn,
    };
}
