using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using SearchEngine.Reports.Catalogue;
using SearchEngine.Search.Service;
using SearchEngine.Web.Features.Shared;
using SearchEngine.Web.Hosting;

namespace SearchEngine.Web.Features.Results;

/// <summary>The page of results.</summary>
[EnableRateLimiting(RateLimits.Search)]
public sealed class IndexModel(ISearchService search, IReportReader reports, WebHostOptions options) : SitePage
{
    private Holdings? _held;

    public ResultsView View { get; private set; } = null!;

    public override string DocumentTitle =>
        string.Join(" · ", new[] { State.Request.Query }
            .Concat(View.Chips.Select(chip => $"{chip.Lead} {chip.Label}"))
            .Where(part => part.Length > 0)
            .DefaultIfEmpty("全部报告"));

    public override string? Section => "/search";

    public override Holdings? Held => _held ??= reports.Holdings();

    internal SearchState State { get; private set; } = null!;

    public IActionResult OnGet()
    {
        SearchStateReading reading = SearchStateReader.Read(Request.Query);
        if (reading.State is not { } state)
        {
            Failure.Set(HttpContext, StatusCodes.Status400BadRequest, reading.Fault!);
            return new EmptyResult();
        }

        if (reading.IsForm)
            return LocalRedirect(state.Url);

        State = state;
        View = new ResultsPresenter(search, options).Present(state, HttpContext.RequestAborted);
        return Page();
    }
}
