using System.Globalization;
using SearchEngine.Archive.Reading;

namespace SearchEngine.Archive.Checking;

/// <summary>Reads every record of a folder and verifies digests, lengths and form. Changes nothing.</summary>
public sealed class ArchiveChecker
{
    private readonly ArchiveLimits _limits;
    private readonly List<ArchiveFinding> _findings = [];
    private int _files;
    private long _records;
    private long _bytes;
    private long _passed;
    private long _found;

    private ArchiveChecker(ArchiveLimits limits) => _limits = limits;

    /// <param name="folder">An archive folder; a missing one holds nothing and is sound.</param>
    /// <param name="progress">Told at every file and at every 1,000 records.</param>
    /// <param name="limits">Bounds of reading and of the report; the default ones when null.</param>
    /// <param name="cancellation">Stops the check between two records.</param>
    public static ArchiveReport Check(
        string folder,
        IProgress<ArchiveCheckProgress>? progress = null,
        ArchiveLimits? limits = null,
        CancellationToken cancellation = default)
    {
        ArchiveChecker checker = new(limits ?? ArchiveLimits.Default);
        FileInfo[] files = Directory.Exists(folder)
            ? [.. new DirectoryInfo(folder).GetFiles().Where(IsArchive).OrderBy(f => f.Name, StringComparer.Ordinal)]
            : [];
        long total = files.Sum(f => f.Length);
        foreach (FileInfo file in files)
        {
            checker.CheckFile(file, total, progress, cancellation);
        }

        return new ArchiveReport(
            checker._files, checker._records, checker._bytes, checker._passed, checker._findings, checker._found);
    }

    private static bool IsArchive(FileInfo file) =>
        file.Name.EndsWith(WarcNames.ClosedSuffix, StringComparison.OrdinalIgnoreCase)
        || file.Name.EndsWith(".warc", StringComparison.OrdinalIgnoreCase)
        || file.Name.EndsWith(WarcNames.OpenSuffix, StringComparison.OrdinalIgnoreCase);

    private void CheckFile(
        FileInfo file, long total, IProgress<ArchiveCheckProgress>? progress, CancellationToken cancellation)
    {
        progress?.Report(new ArchiveCheckProgress(file.Name, _bytes, total, _records));
        if (file.Name.EndsWith(WarcNames.OpenMark, StringComparison.Ordinal))
        {
            Add(Findings.Damage(file.Name, 0, ArchiveFindingKind.LeftOpen, "文件没有写完，或正在写入。"));
        }

        try
        {
            foreach (WarcEntry entry in new WarcReader(file.FullName, _limits).ReadAll())
            {
                cancellation.ThrowIfCancellationRequested();
                CheckEntry(entry);
                if (_records % 1000 == 0)
                {
                    progress?.Report(new ArchiveCheckProgress(file.Name, _bytes, total, _records));
                }
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Add(Findings.Damage(file.Name, 0, ArchiveFindingKind.Unreadable, e.Message));
        }

        _files++;
        _bytes += file.Length;
    }

    private void CheckEntry(WarcEntry entry)
    {
        foreach (ArchiveFinding finding in entry.Findings)
        {
            Add(finding);
        }

        if (entry.Record is not { } record)
        {
            return;
        }

        _records++;
        _passed += record.BlockDigest == DigestOutcome.Matches ? 1 : 0;
        _passed += record.PayloadDigest == DigestOutcome.Matches ? 1 : 0;
        if (HttpFault(record) is { } message)
        {
            Add(Findings.Damage(record.Location.File, record.Location.Offset, ArchiveFindingKind.BadHttp, message));
        }
    }

    /// <summary>What disagrees between an HTTP response and its own head; null when nothing does.</summary>
    private string? HttpFault(WarcRecord record)
    {
        if (record.Type != "response" || !record.IsHttp || record.BlockCut)
        {
            return null;
        }

        if (record.ReadHttp(_limits) is not { } message)
        {
            return "HTTP 首部没有结束。";
        }

        bool cutOff = record[WarcNames.Truncated] is not null || message.IsChunked;
        return !cutOff
            && message.Header("Content-Length") is { } text
            && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long stated)
            && stated != message.Body.Length
                ? $"HTTP 正文 {message.Body.Length} 字节，而 Content-Length 为 {stated}。"
                : null;
    }

    private void Add(ArchiveFinding finding)
    {
        _found++;
        if (_findings.Count < _limits.MaxFindings)
        {
            _findings.Add(finding);
        }
    }
}
