using SearchEngine.Crawler.Fetching;

namespace SearchEngine.Crawler.Tests;

/// <summary>Keeps exchanges in memory; breaks at the n-th one if told to.</summary>
internal sealed class ListSink(int failAt = int.MaxValue, bool failBeforeKeeping = true) : ICaptureSink
{
    public List<FetchedExchange> Kept { get; } = [];

    public FetchedExchange this[string path] => Kept.Last(e => new Uri(e.Url).PathAndQuery == path);

    public IEnumerable<string> Paths => Kept.Select(e => new Uri(e.Url).PathAndQuery);

    public Task StoreAsync(FetchedExchange exchange, CancellationToken cancellation)
    {
        bool fails = Kept.Count + 1 >= failAt;
        if (!fails || !failBeforeKeeping)
        {
            Kept.Add(exchange);
        }

        return fails ? throw new IOException("disk full") : Task.CompletedTask;
    }
}
