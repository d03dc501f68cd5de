using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using SearchEngine.Ingest.Export.Results;
using SearchEngine.Search;
using SearchEngine.Search.Requests;
using SearchEngine.Search.Service;

namespace SearchEngine.Ingest.Tests.Export;

public sealed class ReportExportTests : IDisposable
{
    private static readonly XNamespace Sheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private readonly TemporaryStore _store = new();

    public void Dispose() => _store.Dispose();

    [Fact]
    public void Every_report_that_is_found_is_a_row_with_its_count()
    {
        Fill(3);

        string[] lines = Encoding.UTF8.GetString(Export("府院联动", ExportFormat.Csv, mark: true)).Split("\r\n");

        Assert.StartsWith("\uFEFF编号,题名,", lines[0], StringComparison.Ordinal);
        Assert.Equal(["d1", "d2"], lines[1..^1].Select(line => line.Split(',')[0]).Order());
        Assert.Contains(",2,", lines.Single(line => line.StartsWith("d2,", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Equal("", lines[^1]);
    }

    [Fact]
    public void A_title_that_would_be_a_formula_or_break_its_line_is_one_cell_of_text()
    {
        _store.Import(_store.Write("a.jsonl", JsonSerializer.Serialize(new { id = "d", title = "=HYPERLINK(\"http://x\",\"a\")\n第二行", text = "正文。" })));

        string csv = Encoding.UTF8.GetString(Export("", ExportFormat.Csv, mark: false));
        byte[] xlsx = Export("", ExportFormat.Xlsx, mark: false);

        Assert.StartsWith("编号", csv, StringComparison.Ordinal);
        Assert.Contains("d,\"'=HYPERLINK(\"\"http://x\"\",\"\"a\"\")\n第二行\",", csv, StringComparison.Ordinal);
        XElement title = Rows(xlsx, 1)[1].Elements(Sheet + "c").Single(cell => (string?)cell.Attribute("r") == "B2");
        Assert.Equal("inlineStr", (string?)title.Attribute("t"));
        Assert.StartsWith("=HYPERLINK", title.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void A_workbook_has_every_part_that_it_names_and_begins_another_sheet_when_one_is_full()
    {
        using var stream = new MemoryStream();
        using (var sheet = new XlsxSheet(stream, ["名", "数"], maxRows: 3))
        {
            for (int row = 0; row < 5; row++)
                sheet.Write([$"行\u0001{row}", (long)row]);
        }

        byte[] bytes = stream.ToArray();
        using var zip = new ZipArchive(new MemoryStream(bytes));
        foreach (ZipArchiveEntry entry in zip.Entries)
            XDocument.Load(entry.Open());
        Assert.Equal(3, zip.Entries.Count(entry => entry.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal)));
        Assert.All([1, 2, 3], number => Assert.Equal("名数", Rows(bytes, number)[0].Value));
        Assert.Equal("行\uFFFD44", Rows(bytes, 3)[1].Value);
    }

    [Fact]
    public void What_one_store_hands_out_as_jsonl_another_holds_the_same()
    {
        Fill(4);
        byte[] jsonl = Export("", ExportFormat.Jsonl, mark: true);

        using var other = new TemporaryStore();
        other.Import(other.Write("all.jsonl", Encoding.UTF8.GetString(jsonl)));

        Assert.Equal(_store.Search("府院联动").Hits.Select(hit => (hit.Id, hit.Title, hit.Occurrences)), other.Search("府院联动").Hits.Select(hit => (hit.Id, hit.Title, hit.Occurrences)));
        Assert.Equal(4, other.Search().Reports);
    }

    [Fact]
    public void More_reports_than_a_page_of_the_index_come_each_once_and_in_order()
    {
        Fill(25);
        using var service = new SearchService(_store.Folder.Index, SearchLimits.CommandLine with { ExportPage = 4 });
        SearchRequest request = new() { Sort = SortOrder.Region };

        string[] ids = [.. service.Matches(request, CancellationToken.None).Select(match => match.Id)];

        Assert.Equal(25, ids.Distinct().Count());
        Assert.Equal(service.Search(request with { Limit = 100 }, CancellationToken.None).Hits.Select(hit => hit.Id), ids);
    }

    /// <summary>Reports of numbered years; the n-th holds 府院联动 n modulo 3 times.</summary>
    private void Fill(int count) => _store.Import(_store.Write("some.jsonl", string.Join('\n', Enumerable.Range(0, count).Select(number =>
        JsonSerializer.Serialize(new
        {
            id = $"d{number}",
            title = $"第{number}号报告",
            text = string.Concat(Enumerable.Repeat("建立府院联动机制。", number % 3)) + "其他工作。",
            region = number % 2 == 0 ? "370103" : "410102",
            year = 2000 + number,
        })))));

    private byte[] Export(string query, ExportFormat format, bool mark)
    {
        string file = Path.Combine(_store.Input, "out");
        using var service = new SearchService(_store.Folder.Index, SearchLimits.CommandLine);
        ReportExport.Write(_store.Folder, service, new SearchRequest { Query = query }, format, file, mark, CancellationToken.None);
        return File.ReadAllBytes(file);
    }

    private static List<XElement> Rows(byte[] xlsx, int number)
    {
        using var zip = new ZipArchive(new MemoryStream(xlsx));
        using Stream part = zip.GetEntry($"xl/worksheets/sheet{number}.xml")!.Open();
        return [.. XDocument.Load(part).Descendants(Sheet + "row")];
    }
}
