namespace SearchEngine.Crawler.Fetching;

/// <summary>Fetches from one host, one request at a time.</summary>
public interface IPageFetcher : IDisposable
{
    /// <summary>Never throws for what a host does; only for cancellation.</summary>
    Task<FetchOutcome> FetchAsync(FetchRequest request, CancellationToken cancellation);
}
