using SearchEngine.Ingest.Export;
using SearchEngine.Reports.Catalogue;

namespace SearchEngine.Ingest.Tests.Export;

public sealed class HoldingsExportTests : IDisposable
{
    private readonly TemporaryStore _store = new();

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task Every_capture_is_a_line_with_address_time_digest_and_status()
    {
        using var site = new TinySite();
        site.Pages["/"] = TinySite.Article(TemporaryStore.Report("济南市市中区", 2024, "建立府院联动机制。")) + "<a href='/gone.html'>x</a>";
        await _store.CrawlAsync(site);
        string file = Path.Combine(_store.Input, "list.csv");

        int captures = HoldingsExport.Csv(_store.Folder, file, mark: true, CancellationToken.None);

        string[] lines = (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).Split("\r\n")[..^1];
        Assert.Equal(3, captures);
        Assert.Equal(captures, lines.Length - 1);
        HeldCapture report = new CatalogueListing(_store.Folder.Catalogue).Captures().Single(held => held.PageId is not null);
        Assert.Contains(lines, line => line.Contains(report.Capture.Digest, StringComparison.Ordinal)
            && line.Contains("370103", StringComparison.Ordinal) is false
            && line.Contains("济南市市中区2024年度法治政府建设情况报告", StringComparison.Ordinal)
            && line.Contains(",200,", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith(site.Address("/gone.html"), StringComparison.Ordinal)
            && line.Contains(",404,", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_byte_order_mark_is_a_choice(bool mark)
    {
        _store.Import(_store.Write("a.txt", TemporaryStore.Report("济南市市中区", 2024, "建立府院联动机制。")));
        string file = Path.Combine(_store.Input, "list.csv");

        HoldingsExport.Csv(_store.Folder, file, mark, CancellationToken.None);

        Assert.Equal(mark, File.ReadAllBytes(file).AsSpan().StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]));
    }

    [Fact]
    public void No_cell_is_a_formula_and_none_breaks_its_line()
    {
        Assert.Equal(
            "'=1+1,\"'@a\"\"b\",\"x,y\",\"a\nb\",,'-1,中,'＝1,-1\r\n",
            CsvLine.Of(["=1+1", "@a\"b", "x,y", "a\nb", null, "-1", "中", "＝1", -1]));
    }
}
