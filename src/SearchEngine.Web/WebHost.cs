using SearchEngine.Reports.Catalogue;
using SearchEngine.Search.Service;
using SearchEngine.Web.Features.Api;
using SearchEngine.Web.Features.Assets;
using SearchEngine.Web.Features.Captures;
using SearchEngine.Web.Features.Display;
using SearchEngine.Web.Features.Home;
using SearchEngine.Web.Features.Read;
using SearchEngine.Web.Features.Results;
using SearchEngine.Web.Hosting;

namespace SearchEngine.Web;

/// <summary>The web UI and JSON API over a store that others write. Reads as a table of contents.</summary>
public static class WebHost
{
    /// <summary>
    /// Builds the server; the caller starts and stops it. It reads no configuration but <paramref name="options"/>:
    /// no environment variable or settings file changes what it does.
    /// </summary>
    public static WebApplication Build(
        WebHostOptions options, ISearchService search, IReportReader reports, ICaptureReader captures)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(WebHost).Assembly.GetName().Name,
            EnvironmentName = Environments.Production,
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(KestrelBounds.Apply).UseUrls(options.Urls);
        builder.Logging.AddErrorStream();
        builder.Services
            .AddSingleton(options)
            .AddSingleton(search)
            .AddSingleton(reports)
            .AddSingleton(captures)
            .AddSingleton<ExampleSearches>()
            .AddRateLimits(options)
            .AddPages()
            .AddApiDescription();

        WebApplication app = builder.Build();
        app.UseTrustedProxies(options);
        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<ErrorResponses>();
        app.UseMiddleware<MethodGuard>();
        app.UseRouting();
        app.UseRateLimiter();

        app.MapRazorPages();
        app.MapSearchApi();
        app.MapReportApi();
        app.MapApiDescription();
        app.MapCaptureFile();
        app.MapReferences();
        app.MapDisplayChoice();
        app.MapShortAddresses();
        app.MapAssets();
        app.MapHealth();
        return app;
    }
}
