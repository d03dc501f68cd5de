using SearchEngine.Reports.Catalogue;
using SearchEngine.Reports.Model;
using SearchEngine.Search.Service;
using SearchEngine.Web.Features.Results;
using SearchEngine.Web.Features.Shared;

namespace SearchEngine.Web.Features.Read;

/// <summary>Lays a report out for reading, with the hits of a search in it when there is one.</summary>
internal sealed class ReadPresenter(ISearchService search, IReportReader reports, WebHostOptions options)
{
    /// <param name="stored">The report.</param>
    /// <param name="state">The search it was come to from; its query may be empty.</param>
    /// <param name="current">Number of the hit to stand at, from 1; clipped to the hits there are.</param>
    public ReadView Present(StoredReport stored, SearchState state, int current)
    {
        CleanReport report = stored.Report;
        IReadOnlyList<BodyLine> lines = [.. report.Lines];
        bool isSearched = state.Request.Query.Length > 0;
        HitMap hits = isSearched
            ? HitMap.Of(search.HitsIn(report, state.Request), lines, current)
            : HitMap.None(lines.Count);
        string title = report.Title ?? "题名不明";
        return new ReadView
        {
            Id = stored.Id,
            PlainTitle = title,
            Title = TextRuns.Of(title, report.Title is null ? [] : hits.Title),
            TitleInferred = report.TitleInferred,
            Byline = Byline(report),
            Outline = OutlinePresenter.Of(report, lines, hits),
            Lines = LinePresenter.Of(report, lines, hits),
            Signature = report.Signature,
            HitBar = isSearched ? HitBarPresenter.Of(stored.Id, state, lines, hits) : null,
            Fields = FieldPresenter.Of(report),
            RepairRules = [.. report.Repairs.CountBy(repair => repair.Rule).Select(rule => (rule.Key, rule.Value))],
            Repairs = [.. report.Repairs
                .Take(WebLimits.RepairsShown)
                .Select(repair => new RepairView(repair.Rule, repair.Before, repair.After))],
            Topics = [.. stored.Topics.Select(topic => (options.TopicName(topic) ?? topic, TopicUrl(topic)))],
            Years = Years(stored),
            Captures = [.. stored.Captures.Select((capture, at) => Link(stored.Id, at + 1, capture))],
            SourceUrl = SafeLink.OrNull(stored.Url),
            SourceText = stored.Url ?? stored.FileName,
            JsonUrl = ReportAddress.Json(stored.Id),
            VersionsUrl = ReportAddress.Versions(stored.Id),
            EvidenceUrl = ReportAddress.Evidence(stored.Id),
            Citation = CitationCard.Of(stored),
        };
    }

    private static List<string> Byline(CleanReport report)
    {
        List<string> parts = [];
        if (report.Issuer is { } issuer)
            parts.Add(report.IssuerInferred ? issuer + "（推定）" : issuer);
        parts.Add(report.Year is { } year ? Wording.Count(year, "年度") : "年度不明");
        parts.Add(report.Published is { } date ? $"发布 {Wording.Date(date)}" : "发布日期不明");
        string? code = report.Region?.Code ?? report.Region?.InternalCode;
        parts.Add($"{Wording.Place(report.Region)} {code}".TrimEnd());
        return parts;
    }

    private static string TopicUrl(string topic) => new SearchState(new()).Add(FacetDimension.Topic, topic).Url;

    private IReadOnlyList<YearCell> Years(StoredReport stored)
    {
        if ((stored.Report.Region?.Code ?? stored.Report.Region?.InternalCode) is not { } code)
            return [];
        Dictionary<int, string> held = [];
        foreach ((int year, string id) in reports.YearsOf(code))
        {
            // Where a place has two reports of a year, the one being read stands for the year.
            if (id == stored.Id || !held.ContainsKey(year))
                held[year] = id;
        }

        if (held.Count == 0)
            return [];
        int last = held.Keys.Max();
        int first = Math.Max(held.Keys.Min(), last - WebLimits.ChartYears + 1);
        return [.. Enumerable.Range(first, last - first + 1).Select(year => new YearCell(
            year,
            held.TryGetValue(year, out string? id) ? ReportAddress.Of(id) : null,
            id == stored.Id))];
    }

    private static CaptureLink Link(string id, int number, Capture capture) => new(
        number,
        ReportAddress.Capture(id, number),
        Wording.Moment(capture.FetchedAt),
        capture.Status == 0 ? "导入文件" : $"HTTP {Wording.Digits(capture.Status)}");
}
