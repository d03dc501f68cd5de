using System.Globalization;
using SearchEngine.Archive;
using SearchEngine.Archive.Checking;
using SearchEngine.Archive.Reading;
using SearchEngine.Index.Check;
using SearchEngine.Index.Store;
using SearchEngine.Ingest.Store;
using SearchEngine.Reports.Catalogue;
using SearchEngine.Reports.Model;

namespace SearchEngine.Ingest.Stages;

/// <summary>Verifies what is held: every archive record against its digest, the catalogue against itself and the archive, the
/// index against its checksums. Changes nothing.</summary>
internal sealed class CheckStage(StoreFolder store, IProgress<StageProgress>? progress)
{
    private readonly List<CheckFinding> _findings = [];

    public CheckSummary Run(CancellationToken cancellation)
    {
        ArchiveReport archive = CheckArchive(cancellation);
        int captures = CheckCatalogue(cancellation);
        CheckReport index = CheckIndex();
        return new CheckSummary(archive.Files, archive.Records, archive.Bytes, captures, index.Files, index.Documents, _findings);
    }

    private ArchiveReport CheckArchive(CancellationToken cancellation)
    {
        var steps = new Progress(step =>
            progress?.Report(new StageProgress("核对归档", step.BytesDone, step.BytesTotal, step.File)));
        ArchiveReport report = ArchiveChecker.Check(store.Archive, steps, null, cancellation);
        progress?.Report(new StageProgress("核对归档", report.Bytes, report.Bytes, ""));
        foreach (ArchiveFinding finding in report.Findings)
        {
            _findings.Add(new CheckFinding(
                "归档", finding.File, Where(finding.Offset) + finding.Message, finding.Advice));
        }

        return report;
    }

    private int CheckCatalogue(CancellationToken cancellation)
    {
        string name = Path.GetFileName(store.Catalogue);
        if (!File.Exists(store.Catalogue))
        {
            _findings.Add(new CheckFinding("目录", name, "没有目录库。", "执行 searchengine index --rebuild，由归档重建。"));
            return 0;
        }

        int checkedCaptures = 0;
        try
        {
            var catalogue = new CatalogueAudit(store.Catalogue);
            foreach (string line in catalogue.Problems())
                _findings.Add(new CheckFinding("目录", name, line, "执行 searchengine index --rebuild，由归档重建。"));
            foreach (Capture capture in catalogue.Captures())
            {
                cancellation.ThrowIfCancellationRequested();
                checkedCaptures++;
                if (!IsInArchive(capture))
                {
                    _findings.Add(new CheckFinding(
                        "目录", name, $"{capture.Url} 指向的归档记录 {capture.WarcFile}@{capture.WarcOffset} 读不出来或摘要不符。",
                        "从备份恢复这个归档文件，或执行 searchengine index --rebuild 只保留归档里还有的。"));
                }

                progress?.Report(new StageProgress("核对目录", checkedCaptures, 0, capture.Url));
            }
        }
        catch (CatalogueException error)
        {
            _findings.Add(new CheckFinding("目录", name, error.Message, "执行 searchengine index --rebuild，由归档重建。"));
        }

        progress?.Report(new StageProgress("核对目录", checkedCaptures, checkedCaptures, ""));
        return checkedCaptures;
    }

    private static string Where(long offset) => offset < 0 ? "" : $"偏移 {offset.ToString(CultureInfo.InvariantCulture)}：";

    private bool IsInArchive(Capture capture)
    {
        try
        {
            WarcRecord record = Revisits.ReadHolderAt(store.Archive, new RecordLocation(capture.WarcFile, capture.WarcOffset));
            ReadOnlyMemory<byte> body = record.ReadHttp()?.Body ?? record.Block;
            return PageIdentity.Hex(body.Span) == capture.Digest;
        }
        catch (ArchiveDamagedException)
        {
            return false;
        }
    }

    private CheckReport CheckIndex()
    {
        progress?.Report(new StageProgress("核对索引", 0, 0, ""));
        var directory = new FileSystemDirectory(store.Index);
        CheckReport report = IndexChecker.Check(directory);
        foreach (Index.Check.CheckFinding finding in report.Findings)
        {
            // The engine speaks to programmers; what a person can do about any of its findings is one and the same.
            _findings.Add(new CheckFinding(
                "索引",
                finding.File,
                $"{Where(finding.Offset)}与提交时写下的不符（{finding.Problem}）",
                "执行 searchengine index --rebuild，由归档重建。"));
        }

        progress?.Report(new StageProgress("核对索引", report.Files, report.Files, ""));
        return report;
    }

    // The framework's Progress<T> posts to a thread pool; a check reports in order, on its own thread.
    private sealed class Progress(Action<ArchiveCheckProgress> report) : IProgress<ArchiveCheckProgress>
    {
        public void Report(ArchiveCheckProgress value) => report(value);
    }
}

/// <summary>One thing that is wrong: in which part, in which file, what, and what to do.</summary>
public sealed record CheckFinding(string Part, string File, string Message, string Advice);

/// <summary>What was verified.</summary>
public sealed record CheckSummary(
    int ArchiveFiles, long ArchiveRecords, long ArchiveBytes, int Captures, int IndexFiles, int IndexDocuments, IReadOnlyList<CheckFinding> Findings)
{
    public bool IsSound => Findings.Count == 0;
}
