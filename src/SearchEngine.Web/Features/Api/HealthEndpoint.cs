using SearchEngine.Reports.Catalogue;

namespace SearchEngine.Web.Features.Api;

/// <summary>Tells a supervisor that the process answers and can read its catalogue.</summary>
internal static class HealthEndpoint
{
    public static void MapHealth(this WebApplication app) =>
        app.MapMethods("/healthz", ["GET", "HEAD"], (IReportReader reports) =>
            {
                _ = reports.Holdings();
                return TypedResults.Text("ok");
            })
            .ExcludeFromDescription();
}
