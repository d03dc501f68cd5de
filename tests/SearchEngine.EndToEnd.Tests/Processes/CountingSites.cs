using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;

namespace SearchEngine.EndToEnd.Tests.Processes;

/// <summary>
/// Serves folders on loopback, a port each, and remembers every request. A test may act at the n-th request, while the
/// crawler waits for its answer: the way to kill it at a known point without a clock.
/// </summary>
internal sealed class CountingSites : IAsyncDisposable
{
    private readonly List<WebApplication> _sites = [];
    private readonly ConcurrentQueue<string> _requests = new();
    private int _count;

    private CountingSites()
    {
    }

    /// <summary>Called with the number of the request, from 1, before it is answered.</summary>
    public Action<int>? OnRequest { get; set; }

    public IReadOnlyList<Uri> Starts => [.. _sites.Select(site => new Uri(new Uri(site.Urls.Single()), "/index.html"))];

    public IReadOnlyList<string> Requests => [.. _requests];

    public static async Task<CountingSites> StartAsync(IEnumerable<string> folders)
    {
        var sites = new CountingSites();
        foreach (string folder in folders)
            sites._sites.Add(await sites.ServeAsync(folder));
        return sites;
    }

    /// <summary>The crawl of all sites with its arguments.</summary>
    public string[] Crawl(string store) =>
    [
        "crawl", .. Starts.Select(start => start.AbsoluteUri),
        .. Starts.SelectMany(start => new[] { "--allow-host", start.Authority }), "--delay", "0.01", "--store", store,
    ];

    public async ValueTask DisposeAsync()
    {
        foreach (WebApplication site in _sites)
            await site.DisposeAsync();
    }

    private async Task<WebApplication> ServeAsync(string folder)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        WebApplication site = builder.Build();
        site.Use(async (context, next) =>
        {
            _requests.Enqueue($"{context.Connection.LocalPort}{context.Request.Path}{context.Request.QueryString}");
            OnRequest?.Invoke(Interlocked.Increment(ref _count));
            await next();
        });
        site.UseFileServer(new FileServerOptions
        {
            FileProvider = new PhysicalFileProvider(folder),
            StaticFileOptions = { ContentTypeProvider = new FileExtensionContentTypeProvider() },
        });
        await site.StartAsync();
        return site;
    }
}
