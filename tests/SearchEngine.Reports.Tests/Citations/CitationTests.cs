using System.Text.Json;
using SearchEngine.Reports.Catalogue;
using SearchEngine.Reports.Citations;
using SearchEngine.Reports.Model;

namespace SearchEngine.Reports.Tests.Citations;

public sealed class CitationTests
{
    private const string Address = "https://www.example.gov.cn/art/2025/2/28/art_1.html";

    private static readonly Citation Whole = new()
    {
        Id = "a1",
        Issuers = ["济南市市中区人民政府"],
        Title = "济南市市中区2024年度法治政府建设情况报告",
        Year = 2024,
        Published = new DateOnly(2025, 2, 28),
        Url = Address,
        Accessed = new DateOnly(2026, 1, 15),
    };

    private static readonly Citation[] Five =
    [
        Whole,
        Whole with { Issuers = ["中共峄城区委", "峄城区人民政府"], Title = "中共峄城区委 峄城区人民政府关于2020年度法治政府建设情况的报告", Published = new DateOnly(2021, 3, 8) },
        Whole with { Issuers = [], Title = "中原区2024年度法治政府建设情况报告", Published = null },
        Whole with { Url = null, Accessed = null },
        Whole with { Issuers = ["甲局", "乙局", "丙局", "丁局"], Accessed = null },
    ];

    public static TheoryData<int, GbtEdition, string> Golden => new()
    {
        { 0, GbtEdition.Gbt2025, $"济南市市中区人民政府. 济南市市中区2024年度法治政府建设情况报告[EB/OL].（2025-02-28）[2026-01-15]. {Address}." },
        { 1, GbtEdition.Gbt2025, $"中共峄城区委，峄城区人民政府. 中共峄城区委 峄城区人民政府关于2020年度法治政府建设情况的报告[EB/OL].（2021-03-08）[2026-01-15]. {Address}." },
        { 2, GbtEdition.Gbt2025, $"中原区2024年度法治政府建设情况报告[EB/OL]. [2026-01-15]. {Address}." },
        { 3, GbtEdition.Gbt2025, "济南市市中区人民政府. 济南市市中区2024年度法治政府建设情况报告[R].（2025-02-28）." },
        { 4, GbtEdition.Gbt2025, $"甲局，乙局，丙局，等. 济南市市中区2024年度法治政府建设情况报告[EB/OL].（2025-02-28）. {Address}." },
        { 0, GbtEdition.Gbt2015, $"济南市市中区人民政府. 济南市市中区2024年度法治政府建设情况报告[EB/OL]. (2025-02-28)[2026-01-15]. {Address}." },
        { 1, GbtEdition.Gbt2015, $"中共峄城区委, 峄城区人民政府. 中共峄城区委 峄城区人民政府关于2020年度法治政府建设情况的报告[EB/OL]. (2021-03-08)[2026-01-15]. {Address}." },
        { 2, GbtEdition.Gbt2015, $"中原区2024年度法治政府建设情况报告[EB/OL]. [2026-01-15]. {Address}." },
        { 3, GbtEdition.Gbt2015, "济南市市中区人民政府. 济南市市中区2024年度法治政府建设情况报告[R]. (2025-02-28)." },
        { 4, GbtEdition.Gbt2015, $"甲局, 乙局, 丙局, 等. 济南市市中区2024年度法治政府建设情况报告[EB/OL]. (2025-02-28). {Address}." },
    };

    [Theory]
    [MemberData(nameof(Golden))]
    public void A_reference_has_the_parts_that_are_known_and_no_others(int which, GbtEdition edition, string reference) =>
        Assert.Equal(reference, GbtCitation.Format(Five[which], edition));

    [Fact]
    public void An_inferred_issuer_is_left_out_and_the_day_of_access_is_that_of_the_newest_capture_in_China()
    {
        CleanReport report = new()
        {
            Kind = PageKind.Report,
            Title = "报告",
            Issuer = "某区人民政府",
            IssuerInferred = true,
            Charset = "utf-8",
        };
        Capture At(int hour, int status) =>
            new(Address, new DateTimeOffset(2026, 1, 15, hour, 0, 0, TimeSpan.Zero), status, null, $"d{hour}", "a.warc.gz", 0);

        Citation citation = Citation.Of(new StoredReport("x", Address, null, report, [], [At(1, 200), At(17, 200), At(18, 404)]));

        Assert.Empty(citation.Issuers);
        Assert.Equal(new DateOnly(2026, 1, 16), citation.Accessed);
        Assert.Equal("d17", citation.Snapshot!.Digest);
    }

    [Theory]
    [InlineData("file:///scan.pdf")]
    [InlineData("javascript:alert(1)")]
    [InlineData(null)]
    public void What_is_no_web_address_is_not_cited_as_one(string? url)
    {
        StoredReport stored = new("x", url, "scan.pdf", new CleanReport { Kind = PageKind.Report, Charset = "utf-8" }, [], []);

        Assert.Null(Citation.Of(stored).Url);
    }

    [Fact]
    public void A_value_ends_no_line_and_no_field()
    {
        Citation hostile = Whole with { Id = "a,b}c", Title = "题\r\nER  - \nTY  - BOOK}% \\x_{", Url = Address + "?a={1}" };

        string ris = RisRecord.Format(hostile);
        string bibtex = BibTexEntry.Format(hostile);

        Assert.Equal(12, ris.Split("\r\n").Length);
        Assert.Single(ris.Split("\r\n"), line => line.StartsWith("TY  -", StringComparison.Ordinal));
        Assert.StartsWith("@online{a_b_c,", bibtex, StringComparison.Ordinal);
        Assert.Contains("TY  - BOOK\\}\\% \\textbackslash{}x\\_\\{}}", bibtex, StringComparison.Ordinal);
        Assert.Contains("?a=%7B1%7D}", bibtex, StringComparison.Ordinal);
    }

    [Fact]
    public void Items_of_csl_are_one_array_with_offices_as_literals()
    {
        using var text = new StringWriter();

        int written = References.Write(text, Five, ReferenceFormat.CslJson);

        using JsonDocument document = JsonDocument.Parse(text.ToString());
        JsonElement first = document.RootElement[0];
        Assert.Equal(5, written);
        Assert.Equal(5, document.RootElement.GetArrayLength());
        Assert.Equal("济南市市中区人民政府", first.GetProperty("author")[0].GetProperty("literal").GetString());
        Assert.Equal("[[2025,2,28]]", first.GetProperty("issued").GetProperty("date-parts").GetRawText());
        Assert.Equal("report", document.RootElement[3].GetProperty("type").GetString());
        Assert.False(document.RootElement[2].TryGetProperty("issued", out _));
    }
}
