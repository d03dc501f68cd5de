using SearchEngine.Crawler;
using SearchEngine.Ingest.Store;
using SearchEngine.Reports.Catalogue;
using SearchEngine.Search;
using SearchEngine.Search.Answers;
using SearchEngine.Search.Requests;
using SearchEngine.Search.Service;

namespace SearchEngine.Ingest.Tests;

/// <summary>A store in a folder of its own, and files to import into it.</summary>
internal sealed class TemporaryStore : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("ingest-").FullName;

    public TemporaryStore()
    {
        Folder = StoreFolder.Create(Path.Combine(_root, "store"));
        Input = Directory.CreateDirectory(Path.Combine(_root, "input")).FullName;
    }

    public StoreFolder Folder { get; }

    public string Input { get; }

    public CatalogueReader Catalogue => new(Folder.Catalogue);

    public string Write(string name, string text)
    {
        string path = Path.Combine(Input, name);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>Imports, cleans and indexes paths.</summary>
    public Stages.ImportSummary Import(params string[] paths)
    {
        using IngestPipeline pipeline = IngestPipeline.Open(Folder);
        Stages.ImportSummary summary = pipeline.Import(paths, CancellationToken.None);
        pipeline.Clean(CancellationToken.None);
        pipeline.Index(CancellationToken.None);
        return summary;
    }

    /// <summary>Crawls a site from its first page, then cleans and indexes.</summary>
    public async Task<CrawlSummary> CrawlAsync(TinySite site, string path = "/")
    {
        using IngestPipeline pipeline = IngestPipeline.Open(Folder);
        var options = new CrawlOptions
        {
            Seeds = [site.Address(path)],
            FrontierPath = "",
            AllowHosts = [$"127.0.0.1:{site.Port}"],
            Delay = TimeSpan.Zero,
        };
        CrawlSummary summary = await pipeline.CrawlAsync(options, null, TestContext.Current.CancellationToken);
        pipeline.Clean(CancellationToken.None);
        pipeline.Index(CancellationToken.None);
        return summary;
    }

    /// <summary>Every capture in the catalogue: address, time, status, digest.</summary>
    public IReadOnlyList<string> Captures() =>
    [.. new CatalogueAudit(Folder.Catalogue).Captures().Select(c => $"{c.Url} {c.FetchedAt:O} {c.Status} {c.Digest}")];

    public SearchAnswer Search(string query = "", int limit = 100)
    {
        using var service = new SearchService(Folder.Index, SearchLimits.CommandLine);
        return service.Search(new SearchRequest { Query = query, Limit = limit }, CancellationToken.None);
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    /// <summary>A report as plain text that cleaning takes for one.</summary>
    public static string Report(string place, int year, string sentence) =>
        $"""
        {place}{year}年度法治政府建设情况报告

        {year}年,{place}全面推进依法行政,现将有关情况报告如下。

        一、工作成效

        {sentence}全年办理行政复议案件{year % 97}件。

        二、存在的问题和不足

        个别单位学法用法不够经常。

        三、下一步工作打算

        继续推进法治政府建设。
        """;
}
