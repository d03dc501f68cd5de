using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using SearchEngine.Reports.Catalogue;
using SearchEngine.Web.Features.Read;
using SearchEngine.Web.Features.Shared;
using SearchEngine.Web.Hosting;

namespace SearchEngine.Web.Features.Captures;

/// <summary>Every capture of a report's page, and what each says otherwise than the latest.</summary>
[EnableRateLimiting(RateLimits.Search)]
public sealed class TimelineModel(IReportReader reports) : SitePage
{
    public TimelineView View { get; private set; } = null!;

    public override string DocumentTitle => $"历次归档 · {View.Title}";

    public override string? Section => "/search";

    public IActionResult OnGet(string id)
    {
        string known = ReportAddress.IdFromRoute(id);
        if (reports.Find(known) is not { } stored || reports.History(known) is not { } history)
        {
            Failure.Set(HttpContext, StatusCodes.Status404NotFound, "没有这份报告。");
            return new EmptyResult();
        }

        View = TimelinePresenter.View(stored, history);
        return Page();
    }
}
