using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace SearchEngine.EndToEnd.Tests.Processes;

/// <summary>
/// Hosts on loopback with pages made on demand, of which every tenth has some trouble at its first request. Notes who asked
/// for what and when, and acts at a request that a test chooses while no later one has an answer.
/// </summary>
internal sealed class FaultyWeb : IAsyncDisposable
{
    private readonly List<WebApplication> _hosts = [];
    private readonly ConcurrentQueue<WebRequest> _requests = new();
    private readonly ConcurrentDictionary<string, int> _seen = new();
    private readonly int _pages;
    private int _count;
    private int _heldFrom = int.MaxValue;
    private Action _onHeld = () => { };

    private FaultyWeb(int pages) => _pages = pages;

    /// <summary>Requests in the order of their arrival, over all processes that asked.</summary>
    public IReadOnlyList<WebRequest> Requests => [.. _requests];

    public int Count => Volatile.Read(ref _count);

    public IReadOnlyList<string> Authorities => [.. _hosts.Select(host => new Uri(host.Urls.Single()).Authority)];

    /// <param name="hosts">How many hosts.</param>
    /// <param name="pages">Pages of each.</param>
    public static async Task<FaultyWeb> StartAsync(int hosts, int pages)
    {
        var web = new FaultyWeb(pages);
        for (int i = 0; i < hosts; i++)
            web._hosts.Add(await web.ServeAsync(i));
        return web;
    }

    /// <summary>From the n-th request on nothing is answered; acts when the n-th comes.</summary>
    public void HoldFrom(int number, Action act)
    {
        _onHeld = act;
        Volatile.Write(ref _heldFrom, number);
    }

    /// <summary>Answers again.</summary>
    public void Release() => Volatile.Write(ref _heldFrom, int.MaxValue);

    /// <summary>Every address that has a page.</summary>
    public IEnumerable<string> Pages() => Authorities.SelectMany((authority, host) => Enumerable.Range(0, _pages)
        .Where(page => !IsMissing(host, page)).Select(page => authority + PathOf(page)));

    /// <summary>How often a page must be asked for: twice where its first answer is trouble.</summary>
    public int TimesNeeded(string authority, string path)
    {
        if (path == "/robots.txt" || path == "/")
            return 1;
        int host = Authorities.ToList().IndexOf(authority);
        int page = int.Parse(path[1..^5], CultureInfo.InvariantCulture);
        return !IsMissing(host, page) && TroubleOf(host, page) is 0 or 11 or 23 or 31 ? 2 : 1;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (WebApplication host in _hosts)
            await host.DisposeAsync();
    }

    private static string PathOf(int page) => page == 0 ? "/" : $"/{page}.html";

    // Only leaves: what a missing page alone leads to would be missing with it.
    private bool IsMissing(int host, int page) => (page * 10) + 1 >= _pages && ((page * 31) + host) % 50 == 3;

    private static int TroubleOf(int host, int page) => ((page * 31) + (host * 7)) % 50;

    private async Task<WebApplication> ServeAsync(int number)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        WebApplication host = builder.Build();
        host.Run(context => AnswerAsync(number, context));
        await host.StartAsync();
        return host;
    }

    private async Task AnswerAsync(int host, HttpContext context)
    {
        string authority = context.Request.Host.Value!;
        string path = context.Request.Path.Value!;
        int number = Interlocked.Increment(ref _count);
        var request = new WebRequest(number, authority, path, TimeProvider.System.GetTimestamp());
        _requests.Enqueue(request);
        int heldFrom = Volatile.Read(ref _heldFrom);
        if (number == heldFrom)
            _onHeld();
        if (number >= heldFrom)
        {
            await GoneAsync(context.RequestAborted);
            return;
        }

        bool first = _seen.AddOrUpdate(authority + path, 1, (_, seen) => seen + 1) == 1;
        await AnswerAsync(host, path, first, context);
        request.Answered = TimeProvider.System.GetTimestamp();
    }

    private async Task AnswerAsync(int host, string path, bool first, HttpContext context)
    {
        if (path == "/robots.txt")
        {
            await context.Response.WriteAsync("User-agent: *\nDisallow: /admin/");
            return;
        }

        int page = path == "/" ? 0 : int.Parse(path[1..^5], CultureInfo.InvariantCulture);
        int draw = TroubleOf(host, page);
        if (IsMissing(host, page))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        }
        else if (first && page > 0 && draw is 0 or 11)
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }
        else if (first && page > 0 && draw is 23 or 31)
        {
            context.Abort();
        }
        else
        {
            context.Response.ContentType = "text/html; charset=utf-8";
            await context.Response.WriteAsync("<a href='/admin/x.html'>管理</a>" + string.Concat(
                Enumerable.Range((page * 10) + 1, 10).Where(n => n < _pages)
                    .Select(n => $"<a href='/{n}.html'>关于{n}号文件的通知</a>")));
        }
    }

    /// <summary>Waits for the client to go away; nothing is written, so that the answer is no answer.</summary>
    private static async Task GoneAsync(CancellationToken aborted)
    {
        var gone = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using CancellationTokenRegistration registration = aborted.Register(gone.SetResult);
        await gone.Task;
    }
}

/// <summary>A request that came.</summary>
/// <param name="Number">From 1, in the order of arrival.</param>
/// <param name="Authority">Host and port.</param>
/// <param name="Path">Path without a query.</param>
/// <param name="At">Timestamp of its arrival.</param>
internal sealed record WebRequest(int Number, string Authority, string Path, long At)
{
    /// <summary>Timestamp of the answer's end; 0 when there was none.</summary>
    public long Answered { get; set; }
}
