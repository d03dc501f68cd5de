using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using SearchEngine.Reports.Catalogue;
using SearchEngine.Reports.Model;
using SearchEngine.Web.Features.Shared;
using SearchEngine.Web.Hosting;

namespace SearchEngine.Web.Features.Read;

/// <summary>Why each field of a report has its value, candidate by candidate, and what cleaning changed in its text.</summary>
[EnableRateLimiting(RateLimits.Search)]
public sealed class EvidenceModel(IReportReader reports) : SitePage
{
    public string Title { get; private set; } = "";

    public string ReportUrl { get; private set; } = "";

    public IReadOnlyList<FieldCard> Fields { get; private set; } = [];

    /// <summary>The first of the report's repairs, in the order of the text.</summary>
    public IReadOnlyList<Repair> Repairs { get; private set; } = [];

    public int RepairsInAll { get; private set; }

    public int Candidates => Dropped + Fields.Count(card => card.Raw is not null);

    public int Dropped => Fields.Sum(card => card.Rejected.Count);

    public override string DocumentTitle => $"依据 · {Title}";

    public override string? Section => "/search";

    public IActionResult OnGet(string id)
    {
        if (reports.Find(ReportAddress.IdFromRoute(id)) is not { } stored)
        {
            Failure.Set(HttpContext, StatusCodes.Status404NotFound, "库里没有这个编号的报告。");
            return new EmptyResult();
        }

        Title = stored.Report.Title ?? "题名不明";
        ReportUrl = ReportAddress.Of(stored.Id);
        Fields = FieldPresenter.Of(stored.Report);
        RepairsInAll = stored.Report.Repairs.Count;
        Repairs = [.. stored.Report.Repairs.Take(WebLimits.EvidenceRepairs)];
        return Page();
    }
}
