using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.FileProviders.Physical;

namespace SearchEngine.Samples;

/// <summary>
/// One folder served on one port of this machine. Built on the empty host: it reads no configuration or environment,
/// writes no log, and does not listen to the console's signals.
/// </summary>
internal sealed class StaticSite : IAsyncDisposable
{
    private readonly WebApplication _application;

    private StaticSite(WebApplication application, SampleSite site)
    {
        _application = application;
        Site = site;
    }

    public SampleSite Site { get; }

    /// <summary>Starts to serve the folder on a free port of 127.0.0.1.</summary>
    /// <exception cref="DirectoryNotFoundException">The folder is not there.</exception>
    /// <exception cref="IOException">No port can be had.</exception>
    public static async Task<StaticSite> StartAsync(SampleFolder folder, CancellationToken cancellation)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, 0);
        });
        WebApplication application = builder.Build();
        application.UseFileServer(Options(folder));
        application.Run(context =>
        {
            context.Response.StatusCode = (int)HttpStatusCode.NotFound;
            return Task.CompletedTask;
        });
        try
        {
            await application.StartAsync(cancellation);
            Uri start = new(new Uri(application.Urls.Single()), "/index.html");
            return new StaticSite(application, new SampleSite(folder.Name, folder.Title, folder.Folder, start));
        }
        catch
        {
            await application.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    /// <summary>The provider keeps requests inside the folder and hides names that begin with a dot.</summary>
    private static FileServerOptions Options(SampleFolder folder)
    {
        FileServerOptions options = new()
        {
            FileProvider = new PhysicalFileProvider(folder.Folder, ExclusionFilters.Sensitive),
            EnableDirectoryBrowsing = false,
        };
        string html = folder.StatesCharset ? "text/html; charset=utf-8" : "text/html";
        options.StaticFileOptions.ContentTypeProvider = new FileExtensionContentTypeProvider(
            new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
            {
                [".html"] = html,
                [".txt"] = "text/plain",
                [".xml"] = "application/xml",
            });
        return options;
    }
}
