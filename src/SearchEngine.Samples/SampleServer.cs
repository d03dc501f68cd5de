namespace SearchEngine.Samples;

/// <summary>
/// Serves the sample sites on loopback, each on a port of its own, so that they are hosts of their own to a crawler.
/// </summary>
public sealed class SampleServer : IAsyncDisposable
{
    private readonly List<StaticSite> _running = [];

    private SampleServer()
    {
    }

    /// <summary>The sites being served, in the order of <see cref="SampleSites.All"/>.</summary>
    public IReadOnlyList<SampleSite> Sites => [.. _running.Select(site => site.Site)];

    /// <summary>Starts all sites. The caller disposes of the server, which frees the ports.</summary>
    /// <exception cref="IOException">A port cannot be had, or the sites' folders are missing.</exception>
    public static async Task<SampleServer> StartAsync(CancellationToken cancellation = default)
    {
        SampleServer server = new();
        try
        {
            foreach (SampleFolder folder in SampleSites.All)
                server._running.Add(await StaticSite.StartAsync(folder, cancellation));
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (StaticSite site in _running)
            await site.DisposeAsync();
        _running.Clear();
    }
}
