using SearchEngine.Archive.Reading;
using SearchEngine.Ingest.Stages;

namespace SearchEngine.Ingest.Tests;

public sealed class TwoCrawlsTests : IDisposable
{
    private readonly TemporaryStore _store = new();

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task The_second_of_two_identical_crawls_adds_revisits_only()
    {
        using var site = new TinySite();
        site.Pages["/"] = "<a href='/a.html'>一</a> <a href='/b.html'>二</a>";
        site.Pages["/a.html"] = TinySite.Article(TemporaryStore.Report("济南市市中区", 2024, "建立府院联动机制。"));
        site.Pages["/b.html"] = TinySite.Article(TemporaryStore.Report("济南市历下区", 2024, "建立府院联动机制。"));

        await _store.CrawlAsync(site);
        string[] first = Types();
        int reports = _store.Search().Reports;
        await _store.CrawlAsync(site);
        string[] second = Types()[first.Length..];

        Assert.Equal(4, first.Count(type => type == "response"));
        Assert.DoesNotContain("response", second);
        // The rules of robots.txt are remembered for a day.
        Assert.Equal(3, second.Count(type => type == "revisit"));
        Assert.Equal((2, 2), (reports, _store.Search().Reports));
        CheckSummary check = IngestPipeline.Check(_store.Folder, null, CancellationToken.None);
        Assert.Empty(check.Findings);
        Assert.Equal(7, check.Captures);
    }

    [Fact]
    public async Task A_rebuild_and_an_import_understand_revisits()
    {
        using var site = new TinySite();
        site.Pages["/"] = TinySite.Article(TemporaryStore.Report("济南市市中区", 2024, "建立府院联动机制。"));
        await _store.CrawlAsync(site);
        await _store.CrawlAsync(site);
        string id = Assert.Single(_store.Search().Hits).Id;
        IReadOnlyList<string> before = _store.Captures();

        using (IngestPipeline pipeline = IngestPipeline.OpenForRebuild(_store.Folder))
        {
            pipeline.Rebuild(CancellationToken.None);
            pipeline.Index(CancellationToken.None);
        }

        Assert.Equal(id, Assert.Single(_store.Search().Hits).Id);
        Assert.Equal(before, _store.Captures());
        using var other = new TemporaryStore();
        ImportSummary import = other.Import(_store.Folder.Archive);
        Assert.DoesNotContain(import.Skipped, line => line.Contains("revisit", StringComparison.Ordinal));
        Assert.Equal(id, Assert.Single(other.Search().Hits).Id);
        Assert.Equal(2, other.Catalogue.Find(id)!.Captures.Count);
    }

    private string[] Types() =>
    [.. Directory.EnumerateFiles(_store.Folder.Archive, "*.warc.gz").Order(StringComparer.Ordinal)
        .SelectMany(file => new WarcReader(file).ReadAll()).Select(entry => entry.Record!.Type)];
}
