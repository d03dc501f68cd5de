using SearchEngine.Reports.Versions;

namespace SearchEngine.Ingest.Tests;

public sealed class VersionsTests : IDisposable
{
    private readonly TemporaryStore _store = new();

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task A_changed_number_a_removal_and_a_return_are_seen_and_survive_a_rebuild()
    {
        using var site = new TinySite();
        string text = TemporaryStore.Report("济南市市中区", 2024, "全年办结案件24件。");
        site.Pages["/"] = TinySite.Article(text);
        await _store.CrawlAsync(site);
        string id = Assert.Single(_store.Search().Hits).Id;
        site.Pages["/"] = TinySite.Article(text.Replace("24件", "42件", StringComparison.Ordinal));
        await _store.CrawlAsync(site);
        site.Statuses["/"] = 404;
        await _store.CrawlAsync(site);

        PageHistory gone = _store.Catalogue.History(id)!;
        site.Statuses.Clear();
        await _store.CrawlAsync(site);
        PageHistory back = _store.Catalogue.History(id)!;

        Assert.Equal((true, false, true), (gone.IsWithdrawn, gone.IsRestored, gone.IsChanged));
        Assert.Equal((false, true, true), (back.IsWithdrawn, back.IsRestored, back.IsChanged));
        SentenceChange change = Assert.Single(TextDiff.Compare(back.Versions[0].Text!, back.LatestText!));
        Assert.Equal(
            ["24", "42"], change.Runs.Where(run => run.Kind != DiffKind.Same).Select(run => run.Text));

        using (IngestPipeline pipeline = IngestPipeline.OpenForRebuild(_store.Folder))
            pipeline.Rebuild(CancellationToken.None);
        Assert.Equal(
            back.Versions.Select(version => (version.Capture.Status, version.Text)),
            _store.Catalogue.History(id)!.Versions.Select(version => (version.Capture.Status, version.Text)));
    }
}
