using SearchEngine.Reports.Catalogue;
using SearchEngine.Reports.Model;
using SearchEngine.Reports.Versions;
using SearchEngine.Web.Features.Read;
using SearchEngine.Web.Features.Shared;

namespace SearchEngine.Web.Features.Captures;

/// <summary>Turns a page's history into what the timeline shows.</summary>
internal static class TimelinePresenter
{
    private const int ChangesShown = 100;
    private const int Unchanged = 304;

    public static TimelineView View(StoredReport stored, PageHistory history) => new(
        stored.Report.Title ?? "题名不明",
        ReportAddress.Of(stored.Id),
        stored.Url ?? stored.FileName ?? "地址不明",
        States(history),
        [.. history.Versions.Select(version => Entry(stored, history, version)).Reverse()]);

    private static string[] States(PageHistory history) =>
    [.. new[]
    {
        (Holds: history.IsWithdrawn, Name: "已撤下"),
        (Holds: history.IsRestored, Name: "已恢复"),
        (Holds: history.IsChanged, Name: "已修改"),
    }.Where(state => state.Holds).Select(state => state.Name)];

    private static TimelineEntry Entry(StoredReport stored, PageHistory history, PageVersion version)
    {
        IReadOnlyList<SentenceChange> changes = version.Text is { } text && history.LatestText is { } latest
            ? TextDiff.Compare(text, latest)
            : [];
        return new TimelineEntry(
            Wording.Moment(version.Capture.FetchedAt),
            Status(version.Capture),
            Comparison(history, version, changes.Count),
            Number(stored, version.Capture) is int number ? ReportAddress.Capture(stored.Id, number) : null,
            [.. changes.Take(ChangesShown)],
            Math.Max(0, changes.Count - ChangesShown));
    }

    private static string Status(Capture capture) => capture.Status switch
    {
        0 => "导入文件",
        200 => "取得页面",
        Unchanged => "服务器答：没有变化",
        404 or 410 => $"页面不在（HTTP {Wording.Digits(capture.Status)}）",
        _ => $"HTTP {Wording.Digits(capture.Status)}",
    };

    private static string Comparison(PageHistory history, PageVersion version, int changes)
    {
        if (version.Text is null)
            return "";
        return ReferenceEquals(version, history.Versions.Last(v => v.Text is not null)) ? "最新正文"
            : changes == 0 ? "正文与最新的相同"
            : $"与最新的相比有 {Wording.Count(changes, "处")}不同";
    }

    private static int? Number(StoredReport stored, Capture capture)
    {
        for (int i = 0; i < stored.Captures.Count; i++)
        {
            if (stored.Captures[i] == capture)
                return i + 1;
        }

        return null;
    }
}
