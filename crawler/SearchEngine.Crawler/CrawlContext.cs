using System.Collections.Concurrent;
using SearchEngine.Crawler.Fetching;
using SearchEngine.Crawler.Frontier;
using SearchEngine.Crawler.Scope;

namespace SearchEngine.Crawler;

/// <summary>What the workers of one session share.</summary>
internal sealed class CrawlContext(
    CrawlOptions options,
    CrawlScope scope,
    FrontierStore frontier,
    ICaptureSink sink,
    IProgress<CrawlProgress>? progress,
    IHostResolver resolver) : IDisposable
{
    private readonly SemaphoreSlim _sinkGate = new(1, 1);
    private int _pagesLeft = options.MaxPages is { } max ? Math.Max(0, max - frontier.FetchedPages()) : int.MaxValue;
    private int _responses;
    private int _unchanged;

    public CrawlOptions Options => options;

    public CrawlLimits Limits => options.Limits;

    public CrawlScope Scope => scope;

    public FrontierStore Frontier => frontier;

    public ConcurrentDictionary<string, string> EndedHosts { get; } = new(StringComparer.Ordinal);

    public int Responses => _responses;

    public int Unchanged => _unchanged;

    /// <summary>True once the run has all the pages it was asked for.</summary>
    public bool IsFull => Volatile.Read(ref _pagesLeft) <= 0;

    public IPageFetcher OpenFetcher() => new PageFetcher(options, scope, resolver);

    /// <summary>Takes one page out of what the run may fetch.</summary>
    public bool TryTakePage() => Interlocked.Decrement(ref _pagesLeft) >= 0;

    /// <summary>Gives a page back that brought no response.</summary>
    public void ReturnPage() => Interlocked.Increment(ref _pagesLeft);

    /// <summary>Keeps a response; nothing may read it before this has returned.</summary>
    public async Task StoreAsync(FetchedExchange exchange, CancellationToken cancellation)
    {
        Interlocked.Increment(ref _responses);
        if (exchange.Status == 304)
        {
            Interlocked.Increment(ref _unchanged);
        }

        await _sinkGate.WaitAsync(cancellation);
        try
        {
            await sink.StoreAsync(exchange, cancellation);
        }
        finally
        {
            _sinkGate.Release();
        }
    }

    public void Report(string url, int? status, string? note) =>
        progress?.Report(new CrawlProgress(url, status, note, frontier.Counts()));

    public void Dispose() => _sinkGate.Dispose();
}
