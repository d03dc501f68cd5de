using SearchEngine.Crawler.Fetching;

namespace SearchEngine.Crawler;

/// <summary>
/// Where responses go before anything reads them. The crawl counts an address as done only after the sink has returned,
/// so a sink that returns once the capture is safe on disk loses nothing when the process is killed.
/// </summary>
public interface ICaptureSink
{
    /// <summary>
    /// Keeps one response: pages, robots.txt, sitemaps, redirects, errors, and 304 answers (which have no body). Calls do
    /// not overlap. An exception stops the crawl, which can be resumed.
    /// </summary>
    Task StoreAsync(FetchedExchange exchange, CancellationToken cancellation);
}
