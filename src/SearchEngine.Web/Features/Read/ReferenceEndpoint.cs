using SearchEngine.Reports.Catalogue;
using SearchEngine.Reports.Citations;
using SearchEngine.Web.Hosting;

namespace SearchEngine.Web.Features.Read;

/// <summary>GET /r/{id}/cite/{form}: a report for a reference manager, as a download.</summary>
internal static class ReferenceEndpoint
{
    public static IReadOnlyList<(string Name, string Label, ReferenceFormat Format, string Type, string Ending)> Forms { get; } =
    [
        ("ris", "RIS", ReferenceFormat.Ris, "application/x-research-info-systems", "ris"),
        ("bibtex", "BibTeX", ReferenceFormat.BibTex, "application/x-bibtex", "bib"),
        ("csl-json", "CSL-JSON", ReferenceFormat.CslJson, "application/vnd.citationstyles.csl+json", "json"),
    ];

    public static void MapReferences(this WebApplication app) =>
        app.MapMethods("/r/{id}/cite/{form}", ["GET", "HEAD"], Send)
            .RequireRateLimiting(RateLimits.Search)
            .ExcludeFromDescription();

    private static IResult Send(string id, string form, HttpContext context, IReportReader reports)
    {
        var known = Forms.FirstOrDefault(entry => entry.Name == form);
        if (known.Name is null)
        {
            Failure.Set(context, StatusCodes.Status404NotFound, $"没有这种引用格式，可用：{string.Join('、', Forms.Select(entry => entry.Name))}。");
            return TypedResults.Empty;
        }

        if (reports.Find(ReportAddress.IdFromRoute(id)) is not { } stored)
        {
            Failure.Set(context, StatusCodes.Status404NotFound, "库里没有这个编号的报告。");
            return TypedResults.Empty;
        }

        using var text = new StringWriter();
        References.Write(text, [Citation.Of(stored)], known.Format);
        // The name is made of our own characters only.
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"report.{known.Ending}\"";
        return TypedResults.Text(text.ToString(), known.Type + "; charset=utf-8");
    }
}
