using SearchEngine.Reports.Catalogue;
using SearchEngine.Web.Features.Read;
using SearchEngine.Web.Hosting;

namespace SearchEngine.Web.Features.Api;

/// <summary>
/// GET /api/reports/{id}: the clean document, the same that <c>searchengine report --json</c> prints.
/// </summary>
internal static class ReportEndpoint
{
    public static void MapReportApi(this WebApplication app) =>
        app.MapMethods("/api/reports/{id}", ["GET", "HEAD"], Send)
            .RequireRateLimiting(RateLimits.Search)
            .WithName("report")
            .WithSummary("一篇报告清洗后的全文、各项著录与依据")
            .Produces(StatusCodes.Status200OK, contentType: "application/json")
            .ProducesProblem(StatusCodes.Status404NotFound);

    private static IResult Send(string id, HttpContext context, IReportReader reports, WebHostOptions options)
    {
        if (reports.Find(ReportAddress.IdFromRoute(id)) is { } stored)
            return TypedResults.Text(options.ReportJson(stored), "application/json; charset=utf-8");
        Failure.Set(context, StatusCodes.Status404NotFound, "库里没有这个编号的报告。");
        return TypedResults.Empty;
    }
}
