using SearchEngine.Reports.Model;

namespace SearchEngine.Cleaning.Tests;

public sealed class FieldBlockTests
{
    private const string Title = "<h1>青禾区2023年度法治政府建设情况报告</h1>";

    public static TheoryData<string> Blocks =>
    [
        "<table><tr><th>索 引 号</th><td>11320106012957/2024-00012</td><th>发文字号</th><td></td></tr><tr><th>发文机关</th><td>青禾区司法局</td><th>发布日期</th><td>2024年1月18日</td></tr></table>",
        "<ul><li><b>索 引 号：</b><span>11320106012957/2024-00012</span></li><li><b>文　号：</b></li><li><b>发布机构：</b>青禾区司法局</li><li><b>公开日期：</b>2024-01-18</li></ul>",
        "<dl><dt>索引号：</dt><dd>11320106012957/2024-00012</dd><dt>发文字号：</dt><dt>发文单位：</dt><dd>青禾区司法局</dd><dt>发布时间：</dt><dd>2024/01/18 09:12:00</dd></dl>",
        "<p>索引号：11320106012957/2024-00012 文号：发布机构：青禾区司法局发布日期：2024-01-18</p>",
        "<div>索引号11320106012957/2024-00012</div><div>发文字号 发文时间2024-01-18</div><div>发文机关青禾区司法局 主题词法治</div>",
    ];

    [Theory]
    [MemberData(nameof(Blocks))]
    public void Labels_are_read_glued_spaced_and_empty(string block)
    {
        CleanReport report = Clean(block + Title + "<div id=zoom>" + Pages.Report + "</div>");

        Assert.Equal("11320106012957/2024-00012", report.IndexNumber);
        Assert.Null(report.DocumentNumber);
        Assert.Equal("青禾区司法局", report.Publisher);
        Assert.Equal(new DateOnly(2024, 1, 18), report.Published);
    }

    [Fact]
    public void A_left_over_date_loses_and_takes_the_source_of_its_line_with_it()
    {
        CleanReport report = Clean("<p>发布日期：2024-01-18</p>" + Title + "<p>时间:2017-08-20 大 中 小 来源:某某日报</p><div id=zoom>" + Pages.Report + "</div>");

        Assert.Equal(new DateOnly(2024, 1, 18), report.Published);
        Assert.Null(report.Source);
        Assert.Contains(report.Fields.Single(field => field.Name == "published").Rejected, rejected => rejected.Raw == "2017-08-20" && rejected.Why.Contains("模板残留", StringComparison.Ordinal));
    }

    [Fact]
    public void The_greater_vote_wins_among_dates()
    {
        CleanReport report = new PageCleaner().Clean(Pages.Input(Pages.Html(
            "<p>发布日期：2024-02-01</p>" + Title + "<p>时间：2024-02-01</p><div id=zoom>" + Pages.Report + "</div>",
            head: "<meta name=PubDate content='2024-03-01'>")));

        Assert.Equal(new DateOnly(2024, 2, 1), report.Published);
    }

    [Fact]
    public void A_date_after_the_capture_is_not_believed()
    {
        PageInput page = Pages.Input(Pages.Html("<p>发布日期：2031-02-01</p>" + Title + "<div id=zoom>" + Pages.Report + "</div>"),
            fetchedAt: new DateTimeOffset(2024, 6, 1, 0, 0, 0, TimeSpan.Zero));

        Assert.Null(new PageCleaner().Clean(page).Published);
    }

    [Fact]
    public void Dates_of_address_file_and_list_stay_candidates()
    {
        PageInput page = Pages.Input(Pages.Html(Title + "<div id=zoom>" + Pages.Report + "</div>"), "http://h.example/202401/t20240118_1.html") with { ListDate = "2024-01-18" };

        CleanReport report = new PageCleaner().Clean(page);

        Assert.Null(report.Published);
        Assert.Equal(2, report.Fields.Single(field => field.Name == "published").Rejected.Count(rejected => rejected.Why.StartsWith("from ", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_metas_of_the_standard_are_read_in_any_case()
    {
        CleanReport report = new PageCleaner().Clean(Pages.Input(Pages.Html(
            Title + "<div id=zoom>" + Pages.Report + "</div>",
            head: "<META NAME='pubdate' CONTENT='2024-01-09 10:11'><meta name='CONTENTSOURCE' content='青禾区司法局'>")));

        Assert.Equal((new DateOnly(2024, 1, 9), "青禾区司法局"), (report.Published, report.Source));
    }

    private static CleanReport Clean(string body) => new PageCleaner().Clean(Pages.Input(Pages.Html(body)));
}
