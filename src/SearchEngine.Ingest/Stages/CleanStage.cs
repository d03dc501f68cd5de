using System.Text;
using SearchEngine.Cleaning;
using SearchEngine.Evidence.Topics;
using SearchEngine.Ingest.Store;
using SearchEngine.Reports.Catalogue;
using SearchEngine.Reports.Model;

namespace SearchEngine.Ingest.Stages;

/// <summary>
/// Turns captures into pages of the catalogue. Works from the archive alone, so that a rebuild and a first run are the
/// same. A capture is marked in the transaction that saves its page: a kill repeats at most one batch, and a repeated
/// page replaces itself.
/// </summary>
internal sealed class CleanStage(StoreFolder store, CatalogueWriter catalogue, IProgress<StageProgress>? progress)
{
    private const int CapturesPerTransaction = 64;
    private const int Accepted = 202;
    private const int PreconditionFailed = 412;
    private const int WebServerDown = 521;

    private readonly PageCleaner _cleaner = new();
    private readonly TopicTagger _topics = TopicTagger.Default;
    private readonly ArchiveSource _archive = new(store.Archive);
    private readonly Dictionary<string, PageKind> _saved = [];
    private readonly List<string> _unreadable = [];

    public CleanSummary Run(CancellationToken cancellation, bool insideTransaction = false)
    {
        int total = catalogue.CountCapturesToClean();
        int done = 0;
        while (catalogue.CapturesToClean(CapturesPerTransaction) is { Count: > 0 } batch)
        {
            cancellation.ThrowIfCancellationRequested();
            if (!insideTransaction)
                catalogue.Begin();
            foreach (CapturedPage capture in batch)
            {
                Clean(capture);
                catalogue.MarkCleaned(capture.Row);
                progress?.Report(new StageProgress("清洗", ++done, total, capture.FileName ?? capture.Capture.Url));
            }

            if (!insideTransaction)
                catalogue.Commit();
        }

        // Page 2 of an article is no page of its own.
        Dictionary<PageKind, int> kinds = _saved.Where(page => !catalogue.IsContinuation(page.Key))
            .GroupBy(page => page.Value).ToDictionary(group => group.Key, group => group.Count());
        return new CleanSummary(done, kinds, _unreadable);
    }

    private void Clean(CapturedPage capture)
    {
        if (IsRefusal(capture))
            SaveRefusal(capture);
        if (!IsPage(capture))
            return;
        if (JsonlDocument.IsDocument(capture.Capture))
        {
            Save(JsonlDocument.Read(_archive.Body(capture.Capture)).ToPage(capture, _topics));
            return;
        }

        // Only the newest capture speaks for an address; of older ones the text is kept, as its history.
        string url = capture.Capture.Url;
        if (capture.FileName is null && catalogue.LatestCapture(url)?.Row != capture.Row)
        {
            KeepVersion(capture);
            return;
        }

        CleanAndSave(capture);

        // This page may be the second of an article that was cleaned before it came.
        foreach (string first in catalogue.PagesContinuedAt(url))
        {
            if (first != url && catalogue.LatestCapture(first) is { } firstPage)
                CleanAndSave(firstPage);
        }
    }

    private void CleanAndSave(CapturedPage capture)
    {
        try
        {
            CleanReport report = Report(capture);
            KeepText(capture, report);
            Save(new CleanedPage(
                PageIdentity.Of(capture),
                capture.FileName is null ? capture.Capture.Url : null,
                capture.FileName,
                capture,
                report,
                _topics.Tag(report).All,
                TextIdentity.Of(report)));
        }
        catch (UnreadableInputException error)
        {
            _unreadable.Add($"{capture.FileName ?? capture.Capture.Url}：{error.Message}");
        }
    }

    private CleanReport Report(CapturedPage capture)
    {
        PageInput page = Input(capture);
        CleanReport report = _cleaner.Clean(page);
        if (report.NextPages.Count == 0)
            return report;
        List<PageInput> following = [.. report.NextPages.Select(catalogue.LatestCapture).OfType<CapturedPage>().Select(Input)];
        return following.Count > 0 ? _cleaner.Clean(page, following) with { NextPages = report.NextPages } : report;
    }

    private void KeepVersion(CapturedPage capture)
    {
        if (catalogue.ShareText(capture.Row))
            return;
        try
        {
            KeepText(capture, Report(capture));
        }
        catch (UnreadableInputException)
        {
            // A version without a text: the archive still has its bytes.
        }
    }

    private void KeepText(CapturedPage capture, CleanReport report)
    {
        string text = report.Text;
        if (text.Length > 0)
            catalogue.KeepText(capture.Row, PageIdentity.Hex(Encoding.UTF8.GetBytes(text)), text);
    }

    private void Save(CleanedPage page)
    {
        catalogue.Save(page);
        _saved[page.Id] = page.Report.Kind;
    }

    private PageInput Input(CapturedPage page) => new(
        _archive.Body(page.Capture), page.FileName is null ? page.Capture.Url : null, page.Capture.ContentType, page.FileName,
        page.Capture.FetchedAt);

    // Statuses that only hosts which check their readers give (412 and 521 with or without a script, 202 with one). A page
    // seen before stays as it was seen; otherwise the address is known as one that may be imported by hand.
    private void SaveRefusal(CapturedPage capture)
    {
        string url = capture.Capture.Url;
        if (catalogue.LatestCapture(url) is not null)
            return;
        if (capture.Capture.Status == Accepted && _cleaner.Clean(Input(capture)).Kind != PageKind.Blocked)
            return;
        var report = new CleanReport { Kind = PageKind.Blocked, Charset = "utf-8" };
        Save(new CleanedPage(PageIdentity.OfAddress(url), url, null, capture, report, [], TextDigest: null));
    }

    private static bool IsRefusal(CapturedPage page) => page.FileName is null
        && page.Capture.Status is Accepted or PreconditionFailed or WebServerDown
        && Uri.TryCreate(page.Capture.Url, UriKind.Absolute, out Uri? url) && url.AbsolutePath != "/robots.txt";

    // What a crawl fetches beside pages: rules, site maps, refusals, redirects.
    private static bool IsPage(CapturedPage page)
    {
        if (page.FileName is not null)
            return true;
        if (page.Capture.Status != 200 || !Uri.TryCreate(page.Capture.Url, UriKind.Absolute, out Uri? url))
            return false;
        string type = page.Capture.ContentType ?? "";
        return url.AbsolutePath != "/robots.txt" && !type.Contains("xml", StringComparison.OrdinalIgnoreCase)
            | type.Contains("xhtml", StringComparison.OrdinalIgnoreCase);
    }
}

/// <summary>What the clean stage did.</summary>
/// <param name="Captures">Captures dealt with.</param>
/// <param name="Kinds">Pages saved, by kind.</param>
/// <param name="Unreadable">Names of inputs that no page could be made of, each with the reason.</param>
public sealed record CleanSummary(int Captures, IReadOnlyDictionary<PageKind, int> Kinds, IReadOnlyList<string> Unreadable);
