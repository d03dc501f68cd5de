using Microsoft.AspNetCore.RateLimiting;
using SearchEngine.Reports.Catalogue;
using SearchEngine.Search.Answers;
using SearchEngine.Search.Requests;
using SearchEngine.Search.Service;
using SearchEngine.Web.Features.Read;
using SearchEngine.Web.Features.Results;
using SearchEngine.Web.Features.Shared;
using SearchEngine.Web.Hosting;

namespace SearchEngine.Web.Features.Home;

/// <summary>One box, and what stands behind it.</summary>
[EnableRateLimiting(RateLimits.Search)]
public sealed class IndexModel(ISearchService search, IReportReader reports, ExampleSearches examples) : SitePage
{
    private const int Latest = 6;

    public override string DocumentTitle => "首页";

    public override Holdings? Held => Holdings;

    public Holdings Holdings { get; private set; } = null!;

    public IReadOnlyList<(string Query, string Url, int Reports, long Occurrences)> Examples { get; private set; } = [];

    /// <summary>Reports held by year; null when no year is known.</summary>
    public YearChart? Chart { get; private set; }

    public int Provinces { get; private set; }

    public IReadOnlyList<(string Year, string Title, string Url, string Published)> Newest { get; private set; } = [];

    public void OnGet()
    {
        CancellationToken cancellation = HttpContext.RequestAborted;
        Holdings = reports.Holdings();
        if (Holdings.Reports == 0)
            return;

        Examples = [.. examples.For(Holdings, cancellation).Select(found =>
            (found.Query, new SearchState(new() { Query = found.Query }).Url, found.Reports, found.Occurrences))];
        SearchAnswer everything = search.Search(new() { Sort = SortOrder.Published, Limit = Latest }, cancellation);
        Chart = YearChartPresenter.Of(everything.Facets.Year, null);
        Provinces = everything.Facets.Region.Count(province => province is { Of: > 0, Code: not null });
        Newest = [.. everything.Hits.Select(hit => (
            Wording.Year(hit.Year), hit.Title ?? "题名不明", ReportAddress.Of(hit.Id), Wording.Date(hit.Published)))];
    }
}
