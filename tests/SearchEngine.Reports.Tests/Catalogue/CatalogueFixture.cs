using SearchEngine.Reports.Catalogue;
using SearchEngine.Reports.Model;

namespace SearchEngine.Reports.Tests.Catalogue;

/// <summary>A catalogue in a folder of its own, and pages to put into it.</summary>
internal sealed class CatalogueFixture : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("catalogue-").FullName;
    private int _records;

    public CatalogueFixture() => Writer = new CatalogueWriter(Path);

    public CatalogueWriter Writer { get; }

    public string Path => System.IO.Path.Combine(_folder, "catalogue.db");

    public CatalogueReader Reader => new(Path);

    public CapturedPage Capture(string url, int status = 200)
    {
        var capture = new Capture(
            url, DateTimeOffset.UnixEpoch.AddDays(_records), status, "text/html", $"{_records:x64}", "a.warc.gz", _records++);
        Writer.AddCapture(capture);
        return Writer.CapturesToClean(int.MaxValue).Single(page => page.Capture.WarcOffset == capture.WarcOffset);
    }

    public void Save(CapturedPage source, string id, CleanReport report, string? digest = null) =>
        Writer.Save(new CleanedPage(id, source.Capture.Url, null, source, report, ["T19"], digest ?? id));

    public static CleanReport Report(string text, params string[] next) => new()
    {
        Kind = PageKind.Report,
        Title = "某区2024年度法治政府建设情况报告",
        Region = new RegionRef(["山东省", "济南市", "市中区"], "370103", null, "标题"),
        Year = 2024,
        Published = new DateOnly(2025, 2, 28),
        Charset = "utf-8",
        NextPages = next,
        Blocks = [new Block(BlockRole.Results, "一、成效", 1, true, [text])],
        Fields = [new FieldEvidence("published", "2025-02-28", "2025-02-28", "meta PubDate", 0.9, [new RejectedCandidate("2017-08-20", "模板残留")])],
        Repairs = [new Repair("合并断行", 3, "a\nb", "ab")],
    };

    public IReadOnlyList<string> Indexed() =>
        [.. Writer.ChangesSince(0).Where(change => change.Report is not null).Select(change => change.Id).Order()];

    public void Dispose()
    {
        Writer.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
