using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using SearchEngine.Reports.Catalogue;
using SearchEngine.Search.Requests;
using SearchEngine.Search.Service;
using SearchEngine.Web.Features.Results;
using SearchEngine.Web.Features.Shared;
using SearchEngine.Web.Hosting;

namespace SearchEngine.Web.Features.Read;

/// <summary>The page of one report: /r/{id}, and /r/{region code}-{year}, which leads there.</summary>
[EnableRateLimiting(RateLimits.Search)]
public sealed partial class IndexModel(ISearchService search, IReportReader reports, WebHostOptions options) : SitePage
{
    private Holdings? _held;

    public ReadView View { get; private set; } = null!;

    public override string DocumentTitle => View.PlainTitle;

    public override string? Section => "/search";

    public override Holdings? Held => _held ??= reports.Holdings();

    public override string? Canonical => ReportAddress.Of(View.Id);

    public override IReadOnlyList<(string Name, string Value)> Metadata => View.Citation.Metadata;

    internal SearchState State { get; private set; } = null!;

    public IActionResult OnGet(string id)
    {
        SearchStateReading reading = SearchStateReader.Read(Request.Query);
        if (reading.State is not { } state)
        {
            Failure.Set(HttpContext, StatusCodes.Status400BadRequest, reading.Fault!);
            return new EmptyResult();
        }

        string key = ReportAddress.IdFromRoute(id);
        if (reports.Find(key) is { } stored)
        {
            State = state;
            View = new ReadPresenter(search, reports, options).Present(stored, state, CurrentHit());
            return Page();
        }

        if (PlaceAndYear().Match(key) is { Success: true } parts)
            return ToPlaceAndYear(parts.Groups["code"].Value, parts.Groups["year"].ValueSpan);
        Failure.Set(HttpContext, StatusCodes.Status404NotFound, "库里没有这个编号的报告。");
        return new EmptyResult();
    }

    private IActionResult ToPlaceAndYear(string code, ReadOnlySpan<char> digits)
    {
        int year = int.Parse(digits, CultureInfo.InvariantCulture);
        IReadOnlyList<string> ids = reports.FindByPlaceAndYear(code, year);
        if (ids.Count == 1)
            return LocalRedirect(ReportAddress.Of(ids[0]));
        if (ids.Count > 1)
            return LocalRedirect(new SearchState(new() { Regions = [code], Year = new YearRange(year, year) }).Url);

        Failure.Set(
            HttpContext, StatusCodes.Status404NotFound, $"没有采集到 {code} 的 {Wording.Count(year, "年度")}报告。没有采集到，不等于没有公开。");
        return new EmptyResult();
    }

    private int CurrentHit() =>
        int.TryParse(
            Request.Query[ReportAddress.HitParameter], NumberStyles.None, CultureInfo.InvariantCulture, out int hit)
            ? hit
            : 1;

    [GeneratedRegex("^(?<code>[0-9]{6}(?:-F[0-9]{1,3})?)-(?<year>[0-9]{4})$", RegexOptions.CultureInvariant, 100)]
    private static partial Regex PlaceAndYear();
}
