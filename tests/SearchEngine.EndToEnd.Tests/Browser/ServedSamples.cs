using SearchEngine.EndToEnd.Tests.Processes;
using SearchEngine.Samples;

namespace SearchEngine.EndToEnd.Tests.Browser;

/// <summary>The whole way once for all browser tests: sample sites crawled by one process, served by another.</summary>
public sealed class ServedSamples : IAsyncLifetime
{
    private readonly TemporaryStore _store = new();
    private Product? _web;
    private Chromium? _chromium;

    internal Chromium Chromium => _chromium!;

    internal string Address { get; private set; } = "";

    internal string Store => _store.Folder;

    internal int WebProcess => _web!.Id;

    public async ValueTask InitializeAsync()
    {
        await using (CountingSites sites = await CountingSites.StartAsync(SampleSites.All.Select(site => site.Folder)))
        {
            Outcome crawl = await Product.RunAsync(sites.Crawl(_store.Folder));
            Assert.True(crawl.ExitCode == 0, crawl.Errors);
        }

        _web = Product.Start("serve", "--urls", "http://127.0.0.1:0", "--store", _store.Folder);
        Address = await _web.AddressAsync();
        _chromium = await Chromium.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_chromium is not null)
            await _chromium.DisposeAsync();
        if (_web is not null)
            await _web.DisposeAsync();
        _store.Dispose();
    }
}
