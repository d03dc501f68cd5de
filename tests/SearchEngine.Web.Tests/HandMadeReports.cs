using SearchEngine.Reports.Catalogue;
using SearchEngine.Reports.Model;

namespace SearchEngine.Web.Tests;

/// <summary>A catalogue of records.</summary>
internal sealed class HandMadeReports(params StoredReport[] reports) : IReportReader
{
    public static StoredReport Report { get; } = new(
        "a1",
        "https://www.shizhong.gov.cn/report/2024.html",
        null,
        new CleanReport
        {
            Kind = PageKind.Report,
            Title = "济南市市中区2024年度法治政府建设情况报告",
            Region = new RegionRef(["山东省", "济南市", "市中区"], "370103", null, "题名写明济南市，索引号前六位又是 370103"),
            Year = 2024,
            Published = new DateOnly(2025, 2, 28),
            Issuer = "济南市市中区人民政府",
            IssuerInferred = true,
            IssuerKind = IssuerKind.Government,
            CitedDocumentNumbers = ["市中政字〔2024〕18号"],
            Charset = "utf-8",
            Blocks =
            [
                new Block(BlockRole.Other, null, 0, false, ["现将有关情况报告如下。"]),
                new Block(BlockRole.Results, "一、工作成效", 1, true, []),
                new Block(BlockRole.Results, "(一)加强领导,扛起责任。", 2, false,
                    ["(一)加强领导,扛起责任。高度重视。一是主体责任有效落实。建立府院联动机制,印发府院联动方案。", "健全制度。"]),
                new Block(BlockRole.Problems, "二、存在的问题", 1, true, ["力量不足。"]),
                new Block(BlockRole.Plan, "三、下一步打算", 1, true, ["持续强化府院联动。加强常态化府院、府检联动工作。"]),
            ],
            ClosingPhrase = "特此报告。",
            Fields =
            [
                new FieldEvidence("published", "2025-02-28", "2025年2月28日", "meta PubDate", 0.98,
                    [new RejectedCandidate("2017-08-20", "早于报告年度七年，模板残留")]),
                new FieldEvidence("documentNumber", null, null, null, 0, []),
            ],
            Repairs = [new Repair("合并断行", 12, "\n", "")],
        },
        ["T19", "T99"],
        [
            new Capture("https://www.shizhong.gov.cn/report/2024.html", new DateTimeOffset(
                2026, 1, 15, 2, 30, 0, TimeSpan.Zero), 200,
                "text/html; charset=utf-8", "00aa11bb22cc33dd44ee55ff66", "one.warc.gz", 1234),
            new Capture("file:///scan.pdf", new DateTimeOffset(
                2026, 1, 16, 2, 30, 0, TimeSpan.Zero), 0, "application/pdf", "ff", "two.warc.gz", 0),
        ]);

    public static HandMadeReports Some() => new(
        Report, Report with { Id = "b2" }, Report with { Id = "c3", Report = Report.Report with { Year = 2020 } });

    public StoredReport? Find(string id) => Array.Find(reports, report => report.Id == id);

    public IReadOnlyList<string> FindByPlaceAndYear(string code, int year) =>
        [.. reports.Where(stored => stored.Report.Region?.Code == code && stored.Report.Year == year).Select(stored => stored.Id)];

    public IReadOnlyList<(int Year, string Id)> YearsOf(string code) =>
        [.. reports.Where(stored => stored.Report.Region?.Code == code && stored.Report.Year is not null)
            .Select(stored => (stored.Report.Year!.Value, stored.Id)).Order()];

    public Holdings Holdings() => reports.Length == 0
        ? new Holdings(0, 0, null, null, null, 0, new Dictionary<PageKind, int>())
        : new Holdings(5, 5, 2020, 2024, new DateTimeOffset(
            2026, 1, 15, 0, 0, 0, TimeSpan.Zero), 6, new Dictionary<PageKind, int>());
}
