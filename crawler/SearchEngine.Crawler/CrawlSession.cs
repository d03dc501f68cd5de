using SearchEngine.Crawler.Frontier;
using SearchEngine.Crawler.Scope;

namespace SearchEngine.Crawler;

/// <summary>
/// A crawl from seeds to an empty frontier. Each host is walked by one worker, one request at a time; several hosts at
/// once. For every address:
/// <list type="number">
/// <item>the frontier gives the next one (<see cref="FrontierStore"/>);</item>
/// <item>scope and robots.txt permit it (<see cref="CrawlScope"/>, <see cref="Robots.RobotsGate"/>);</item>
/// <item>the host's pause passes, the page is fetched from a judged address (<see cref="HostFetcher"/>,
/// <see cref="AddressGuard"/>);</item>
/// <item>the sink keeps the response (<see cref="ICaptureSink"/>);</item>
/// <item>only then is it read for links (<see cref="ResponseReader"/>);</item>
/// <item>the frontier records the outcome and queues the links, in one transaction.</item>
/// </list>
/// A process that is killed between two steps repeats at most the addresses that were in flight.
/// </summary>
public sealed class CrawlSession
{
    private readonly CrawlOptions _options;
    private readonly ICaptureSink _sink;
    private readonly IProgress<CrawlProgress>? _progress;
    private readonly IHostResolver _resolver;
    private readonly CrawlScope _scope;
    private readonly List<CrawlUrl> _seeds;

    /// <exception cref="ArgumentException">
    /// No seed, a seed that is no web address or outside the scope, or a bad host; the message says how to mend it.
    /// </exception>
    public CrawlSession(CrawlOptions options, ICaptureSink sink, IProgress<CrawlProgress>? progress = null)
        : this(options, sink, progress, new SystemHostResolver())
    {
    }

    internal CrawlSession(
        CrawlOptions options, ICaptureSink sink, IProgress<CrawlProgress>? progress, IHostResolver resolver)
    {
        _options = options;
        _sink = sink;
        _progress = progress;
        _resolver = resolver;
        _scope = new CrawlScope(options.AllowHosts);
        _seeds = [.. options.Seeds.Select(Seed)];
        if (_seeds.Count == 0)
        {
            throw new ArgumentException("至少要给出一个起始网址。", nameof(options));
        }
    }

    /// <summary>
    /// Crawls until nothing is queued, the pages asked for are there, or the token is cancelled (which returns an
    /// unfinished summary; the same seeds then take the run up again).
    /// </summary>
    /// <exception cref="CrawlLockedException">Another crawl works on the same frontier.</exception>
    public async Task<CrawlSummary> RunAsync(CancellationToken cancellation = default)
    {
        using FrontierStore frontier = new(_options.FrontierPath, _options.Limits, _options.TimeProvider);
        bool resumed = frontier.BeginRun(_seeds);
        using CrawlContext context = new(_options, _scope, frontier, _sink, _progress, _resolver);
        bool finished = false;
        try
        {
            await WalkAsync(context, cancellation);
            frontier.FinishRun();
            finished = true;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // Stopping is an outcome: what was fetched is kept, and the rest is still queued.
        }

        return new CrawlSummary(
            frontier.Counts(), context.EndedHosts, context.Responses, context.Unchanged, resumed, finished);
    }

    private async Task WalkAsync(CrawlContext context, CancellationToken cancellation)
    {
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        Dictionary<string, Task> workers = new(StringComparer.Ordinal);
        try
        {
            while (true)
            {
                StartWorkers(context, workers, stop.Token);
                if (workers.Count == 0)
                {
                    return;
                }

                await Task.WhenAny(workers.Values);
                foreach ((string host, Task worker) in workers.Where(w => w.Value.IsCompleted).ToList())
                {
                    workers.Remove(host);
                    await worker;
                }
            }
        }
        finally
        {
            // A worker that failed stops the others; none may outlive the frontier.
            await stop.CancelAsync();
            await Task.WhenAll(workers.Values).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private void StartWorkers(CrawlContext context, Dictionary<string, Task> workers, CancellationToken cancellation)
    {
        if (context.IsFull)
        {
            return;
        }

        foreach (string host in context.Frontier.WaitingHosts())
        {
            if (workers.Count >= _options.Limits.MaxHostsAtOnce)
            {
                return;
            }

            if (!workers.ContainsKey(host))
            {
                workers.Add(host, Task.Run(() => WalkHostAsync(host, context, cancellation), cancellation));
            }
        }
    }

    private static async Task WalkHostAsync(string host, CrawlContext context, CancellationToken cancellation)
    {
        using HostWorker worker = new(host, context);
        await worker.RunAsync(cancellation);
    }

    private CrawlUrl Seed(string text)
    {
        if (!CrawlUrl.TryParse(text, out CrawlUrl? url))
        {
            throw new ArgumentException($"起始网址“{text}”不是完整的 http 或 https 网址。", nameof(text));
        }

        return _scope.Allows(url)
            ? url
            : throw new ArgumentException(
                $"起始网址 {url} 不在 *.gov.cn 之内；如确要抓取，请加 --allow-host {url.Host}。", nameof(text));
    }
}
