using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;

namespace SearchEngine.EndToEnd.Tests.Processes;

/// <summary>
/// Serves folders on loopback, a port each, and remembers every request. A test may act at the n-th request while the
/// crawler waits for its answer: the way to kill it at a known point without a clock.
/// </summary>
internal sealed class CountingSites : IAsyncDisposable
{
    private readonly List<WebApplication> _sites = [];
    private readonly ConcurrentQueue<string> _requests = new();
    private int _count;
    private int _heldFrom = int.MaxValue;
    private Action _onHeld = () => { };

    private CountingSites()
    {
    }

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

    /// <summary>
    /// Lets no request from the n-th on have an answer, whichever of the sites it is for, and acts once when the n-th
    /// comes. A process that is killed takes its time to die: what the other sites' workers ask for meanwhile stays in
    /// flight, so that the number of requests at the kill is known to one a site.
    /// </summary>
    /// <param name="number">The number of the request, from 1, counted from the start of the sites.</param>
    /// <param name="act">Called while the n-th request waits.</param>
    public void HoldFrom(int number, Action act)
    {
        _onHeld = act;
        Volatile.Write(ref _heldFrom, number);
    }

    /// <summary>Answers again.</summary>
    public void Release() => Volatile.Write(ref _heldFrom, int.MaxValue);

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
            int number = Interlocked.Increment(ref _count);
            int heldFrom = Volatile.Read(ref _heldFrom);
            if (number == heldFrom)
                _onHeld();
            if (number < heldFrom)
                await next();
            else
                await GoneAsync(context.RequestAborted);
        });
        site.UseFileServer(new FileServerOptions
        {
            FileProvider = new PhysicalFileProvider(folder),
            StaticFileOptions = { ContentTypeProvider = new FileExtensionContentTypeProvider() },
        });
        await site.StartAsync();
        return site;
    }

    /// <summary>Waits for the client to go away; nothing is written, so that the answer is no answer.</summary>
    private static async Task GoneAsync(CancellationToken aborted)
    {
        var gone = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using CancellationTokenRegistration registration = aborted.Register(gone.SetResult);
        await gone.Task;
    }
}
