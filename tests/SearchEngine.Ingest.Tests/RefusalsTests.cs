using SearchEngine.Crawler;
using SearchEngine.Reports.Model;

namespace SearchEngine.Ingest.Tests;

public sealed class RefusalsTests : IDisposable
{
    private readonly TemporaryStore _store = new();

    public void Dispose() => _store.Dispose();

    [Theory]
    [InlineData(202, "<html><head><script>var x=1;document.cookie='a='+x;location.reload()</script></head><body></body></html>")]
    [InlineData(412, "<html><script src='/c.js'></script></html>")]
    [InlineData(412, "")]
    [InlineData(521, "<script>document.cookie='__jsl=1';location.href=location.pathname</script>")]
    public async Task A_challenge_gives_no_document_and_is_counted_as_restricted(int status, string body)
    {
        using var site = new TinySite();
        site.Pages["/"] = body;
        site.Statuses["/"] = status;

        CrawlSummary crawl = await _store.CrawlAsync(site);

        Assert.Equal(1, crawl.Hosts.Sum(host => host.Blocked));
        Assert.Equal(0, _store.Search().Reports);
        Assert.Equal(1, _store.Catalogue.Holdings().PagesByKind[PageKind.Blocked]);
        using (IngestPipeline pipeline = IngestPipeline.OpenForRebuild(_store.Folder))
            pipeline.Rebuild(CancellationToken.None);
        Assert.Equal(1, _store.Catalogue.Holdings().PagesByKind[PageKind.Blocked]);
    }

    [Fact]
    public async Task A_page_seen_before_stays_and_a_page_seen_later_takes_the_place_of_the_challenge()
    {
        using var site = new TinySite();
        site.Pages["/"] = TinySite.Article(TemporaryStore.Report("济南市市中区", 2024, "建立府院联动机制。"));
        site.Statuses["/"] = 412;
        await _store.CrawlAsync(site);
        site.Statuses.Clear();
        await _store.CrawlAsync(site);
        Assert.Equal(1, _store.Search().Reports);
        site.Statuses["/"] = 412;
        await _store.CrawlAsync(site);

        Assert.Equal(1, _store.Search().Reports);
        Assert.False(_store.Catalogue.Holdings().PagesByKind.ContainsKey(PageKind.Blocked));
    }
}
