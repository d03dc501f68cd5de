using SearchEngine.Reports.Model;

namespace SearchEngine.Cleaning.Tests;

public sealed class PageKindTests
{
    private const string Title = "青禾区2023年度法治政府建设情况报告";

    [Fact]
    public void A_short_list_of_titles_and_days_is_a_list()
    {
        string rows = "<li><a href=1.html>青禾区2023年度法治政府建设情况报告</a> 2024-01-20</li><li><a href=2.html>图书馆夏季开放时间</a> 2023-06-18</li>";

        Assert.Equal(PageKind.List, Clean($"<ul>{rows}</ul>").Kind);
    }

    [Fact]
    public void Two_links_of_a_menu_are_no_list() =>
        Assert.Equal(PageKind.Empty, Clean("<ul><li><a href=a/>法治政府</a></li><li><a href=b/>教育指导</a></li></ul>").Kind);

    [Fact]
    public void Titles_with_a_digest_each_are_a_list()
    {
        string rows = string.Concat(Enumerable.Range(1, 6).Select(i =>
            $"<div><a href={i}.html>青禾区法治政府建设工作第{i}期简报</a><p>...{Pages.Prose}...</p><span>2024-01-0{i}</span></div>"));

        Assert.Equal(PageKind.List, Clean($"<p>为您找到相关结果约 312 个，用时 0.02 秒</p>{rows}").Kind);
    }

    [Fact]
    public void The_first_of_several_pages_of_a_report_is_a_report()
    {
        string first = $"<h1>{Title}</h1><p>发布时间：2024-01-20</p><div class=content><p>2023年，{Pages.Prose}</p><p>一、主要举措</p><p>{Pages.Prose}</p></div>";

        Assert.Equal(PageKind.Other, Clean(first).Kind);
        Assert.Equal(PageKind.Report, Clean(first + "<div><b>1</b> <a href=art_7_2.html>2</a> <a href=art_7_2.html>下一页</a></div>").Kind);
    }

    [Theory]
    [InlineData("2023年青禾区政府工作报告", "日期：2023-02-18", "2023-02-18")]
    [InlineData("青禾区水利局2023年上半年法治政府建设工作情况报告", "时间：2023-07-05", "2023-07-05")]
    [InlineData("青禾区2023年度法治政府建设情况报告", "发布日期：2023-03-05", null)]
    [InlineData("青禾区2023年度法治政府建设情况报告", "发布日期：2023-12-28", "2023-12-28")]
    [InlineData("青禾区2023年度法治政府建设情况报告", "时间：2023-03-05", null)]
    [InlineData("青禾区2023年度法治政府建设情况报告", "发布日期：2017-08-20", null)]
    public void A_report_is_published_after_its_year_unless_it_is_given_during_the_year(string title, string line, string? published)
    {
        CleanReport report = Clean($"<h1>{title}</h1><p>{line}</p><div class=content>{Pages.Report}</div>", title);

        Assert.Equal(PageKind.Report, report.Kind);
        Assert.Equal(published, report.Published?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
    }

    private static CleanReport Clean(string body, string title = "法治政府") =>
        new PageCleaner().Clean(Pages.Input(Pages.Html(body, title), "https://www.qinghe.example/fz/art_7.html"));
}
