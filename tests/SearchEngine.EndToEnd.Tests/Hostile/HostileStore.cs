using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using SearchEngine.EndToEnd.Tests.Browser;
using SearchEngine.EndToEnd.Tests.Processes;
using SearchEngine.Ingest.Store;
using SearchEngine.Reports.Catalogue;
using SearchEngine.Reports.Json;
using SearchEngine.Search;
using SearchEngine.Search.Service;
using SearchEngine.Web;
using SearchEngine.Web.Features.Captures;

namespace SearchEngine.EndToEnd.Tests.Hostile;

/// <summary>A store whose documents are attacks, served over the real catalogue, index and archive, and a secret beside it.</summary>
public sealed class HostileStore : IAsyncLifetime
{
    public const string Secret = "canary-7f3a91c2";

    private readonly TemporaryStore _folder = new();
    private SearchService? _service;
    private WebApplication? _app;

    internal Chromium Chromium { get; private set; } = null!;

    internal string Address { get; private set; } = "";

    /// <summary>Ids of the reports, one for each carrier, in order.</summary>
    internal IReadOnlyList<string> Ids { get; } = [.. Carriers.All.Select((_, number) => $"x{number}")];

    public async ValueTask InitializeAsync()
    {
        string store = _folder.Path("store");
        await File.WriteAllTextAsync(_folder.Path("secret.txt"), Secret);
        await File.WriteAllLinesAsync(_folder.Path("attack.jsonl"), Carriers.All.Select((carrier, number) => JsonSerializer.Serialize(new
        {
            id = Ids[number],
            title = carrier,
            text = $"府院联动{carrier}\n一、工作成效\n建立{carrier}府院联动机制。",
            url = "https://x.example/?" + carrier,
            region = carrier,
            year = 2024,
            topics = new[] { carrier },
        })));
        Outcome import = await Product.RunAsync("import", _folder.Path("attack.jsonl"), "--store", store);
        Assert.True(import.ExitCode == 0, import.Errors);

        var folder = StoreFolder.Existing(store);
        _service = new SearchService(folder.Index, SearchLimits.Web);
        var options = new WebHostOptions("http://127.0.0.1:0", report => CleanReportJson.Serialize(report.Report, report.Topics))
        {
            RequestsPerSecond = 1_000_000,
            RequestBurst = 1_000_000,
        };
        _app = WebHost.Build(options, _service, new CatalogueReader(folder.Catalogue), new ArchiveCaptureReader(folder.Archive));
        await _app.StartAsync();
        Address = _app.Urls.Single();
        Chromium = await Chromium.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (Chromium is not null)
            await Chromium.DisposeAsync();
        if (_app is not null)
            await _app.DisposeAsync();
        _service?.Dispose();
        _folder.Dispose();
    }
}
