using SearchEngine.Reports.Model;

namespace SearchEngine.Cleaning.Tests;

public sealed class PageCleanerTests
{
    private const string Title = "青禾区2023年度法治政府建设情况报告";

    [Theory]
    [InlineData("<div class=TRS_Editor>{0}</div>")]
    [InlineData("<div id=UCAP-CONTENT>{0}</div>")]
    [InlineData("<div id=zoom class=art_con>{0}</div>")]
    [InlineData("<table><tr><td><table><tr><td class=nr>{0}</td></tr></table></td></tr></table>")]
    [InlineData("<div class=q17>{0}</div>")]
    [InlineData("<article>{0}</article>")]
    [InlineData("<div class='news-share'>{0}</div>")]
    [InlineData("{0}")]
    public void The_article_is_found_whatever_holds_it(string container)
    {
        string body = string.Format(System.Globalization.CultureInfo.InvariantCulture, container, Pages.Report);

        CleanReport report = Clean("<div class=nav><a href=1>首页</a> <a href=2>政务公开</a></div><h1>" + Title + "</h1>"
            + "<p>发布时间：2024-01-12 来源：青禾区司法局</p>" + body + "<div><p>扫一扫在手机打开当前页</p></div><div>版权所有：某某</div>");

        Assert.Equal(PageKind.Report, report.Kind);
        Assert.Equal(Title, report.Title);
        Assert.StartsWith("2023年，青禾区坚持依法行政", report.Text, StringComparison.Ordinal);
        Assert.EndsWith(Pages.Prose, report.Text, StringComparison.Ordinal);
        Assert.Equal(new DateOnly(2024, 1, 12), report.Published);
        Assert.Equal("青禾区司法局", report.Source);
    }

    [Fact]
    public void Text_after_an_early_end_of_the_document_belongs_to_the_article()
    {
        CleanReport report = Clean("<h1>" + Title + "</h1><div id=zoom>" + Pages.Report.Replace("<p>二、", "</body></html><p>二、", StringComparison.Ordinal) + "</div>");

        Assert.Equal(["成效", "问题", "第一责任人", "计划"], report.Blocks.Where(block => block.Level == 1).Select(block => Labels.Of(block.Role)));
    }

    [Fact]
    public void Headings_beside_the_container_widen_the_article()
    {
        string[] halves = Pages.Report.Split("<p>三、");

        CleanReport report = Clean($"<h1>{Title}</h1><div class=wrap><div class=TRS_Editor>{halves[0]}</div><div class=more><p>三、{halves[1]}</div></div>");

        Assert.Equal(4, report.Blocks.Count(block => block.Level == 1));
    }

    [Fact]
    public void The_pages_of_an_article_become_one_text()
    {
        string[] halves = Pages.Report.Split("<p>三、");
        PageInput first = Pages.Input(Pages.Html($"<h1>{Title}</h1><div id=zoom>{halves[0]}</div><p><a href=a.html>[1]</a> <a href=a_2.html>[2]</a></p>"), "http://h.example/x/a.html");
        PageInput second = Pages.Input(Pages.Html($"<h1>{Title}</h1><p>来源：别处</p><div id=zoom><p>三、{halves[1]}</div><p><a href=a.html>[1]</a> <a href=a_2.html>[2]</a></p>"), "http://h.example/x/a_2.html");

        CleanReport report = new PageCleaner().Clean(first, [second]);

        Assert.Equal(["http://h.example/x/a_2.html"], report.NextPages);
        Assert.Equal(4, report.Blocks.Count(block => block.Level == 1));
        Assert.Null(report.Source);
        Assert.Empty(new PageCleaner().Clean(second).NextPages);
    }

    [Fact]
    public void Pages_that_a_script_counts_are_found()
    {
        string html = Pages.Html($"<h1>{Title}</h1><div id=zoom>{Pages.Report}</div><script>createPageHTML(3, 0, \"t2024_7\", \"html\");</script>");

        CleanReport report = new PageCleaner().Clean(Pages.Input(html, "https://h.example/a/t2024_7.html"));

        Assert.Equal(["https://h.example/a/t2024_7_1.html", "https://h.example/a/t2024_7_2.html"], report.NextPages);
    }

    [Fact]
    public void A_page_whose_article_is_attached_is_an_attachment()
    {
        CleanReport report = new PageCleaner().Clean(Pages.Input(
            Pages.Html($"<h1>{Title}</h1><div id=zoom><p>详见附件。</p><p><a href='../f/P01.pdf'>{Title}.pdf</a></p></div>"), "http://h.example/a/b/c.html"));

        Assert.Equal(PageKind.Attachment, report.Kind);
        Assert.Equal(["http://h.example/a/f/P01.pdf"], report.Attachments);
        Assert.Equal(2023, report.Year);
    }

    [Fact]
    public void A_column_of_links_is_a_list()
    {
        string items = string.Concat(Enumerable.Range(1, 15).Select(i => $"<li><a href=t{i}.html>关于第{i}号事项的通知公告</a><span>2024-01-{i:00}</span></li>"));

        Assert.Equal(PageKind.List, Clean("<ul>" + items + "</ul><div>主办：某某办公室</div>").Kind);
    }

    [Fact]
    public void A_short_notice_among_many_links_is_still_an_article()
    {
        string links = string.Concat(Enumerable.Range(1, 80).Select(i => $"<li><a href=c{i}>栏目名称第{i}号信息公开</a></li>"));

        CleanReport report = Clean($"<ul>{links}</ul><h2>停水通知</h2><div class=q><p>因管网检修，定于2024年3月5日对人民路沿线停止供水，请居民提前储水，敬请谅解。</p></div>");

        Assert.Equal((PageKind.Other, "停水通知"), (report.Kind, report.Title));
    }

    [Theory]
    [InlineData("关于印发青禾区2023年度法治政府建设情况报告的通知")]
    [InlineData("一图读懂青禾区2023年度法治政府建设情况报告")]
    [InlineData("青禾区2023年大气环境监测工作报告")]
    public void A_page_about_a_report_is_none(string title) =>
        Assert.Equal(PageKind.Other, Clean($"<h1>{title}</h1><div id=zoom><p>{Pages.Prose}</p><p>{Pages.Prose}</p></div>").Kind);

    [Fact]
    public void A_title_that_the_page_lacks_is_read_off_the_text_and_says_so()
    {
        CleanReport report = Clean($"<div id=zoom><p>{Pages.Prose}现将青禾区2023年度法治政府建设情况报告如下：</p>{Pages.Report}</div>");

        Assert.Equal((Title, true), (report.Title, report.TitleInferred));
    }

    [Fact]
    public void A_title_broken_over_lines_is_joined_and_the_repair_listed()
    {
        CleanReport report = Clean($"<p align=center><b>青禾区</b></p><p align=center><b>2023年度法治政府建设情况报告</b></p><div id=zoom>{Pages.Report}</div>");

        Assert.Equal(Title, report.Title);
        Assert.Contains(report.Repairs, repair => repair is { Before: "青禾区\n2023年度法治政府建设情况报告", After: Title });
    }

    [Fact]
    public void The_signature_leaves_the_body_and_gives_issuer_and_date()
    {
        CleanReport report = Clean($"<h1>{Title}</h1><div id=zoom>{Pages.Report}<p>特此报告。</p><p>青禾区人民政府</p><p>2024年1月8日</p><p>（此件公开发布）</p></div>");

        Assert.Equal("特此报告。", report.ClosingPhrase);
        Assert.Equal("青禾区人民政府\n2024年1月8日", report.Signature);
        Assert.Equal(("青禾区人民政府", new DateOnly(2024, 1, 8)), (report.Issuer, report.Written));
        Assert.EndsWith("特此报告。", report.Text, StringComparison.Ordinal);
        Assert.Null(report.Published);
    }

    [Fact]
    public void A_signature_inside_the_text_stays_there()
    {
        CleanReport report = Clean($"<h1>关于印发办法的通知</h1><div id=zoom><p>{Pages.Prose}</p><p>青禾区人民政府</p><p>2024年1月8日</p><p>第一条　{Pages.Prose}</p></div>");

        Assert.Contains("青禾区人民政府\n2024年1月8日", report.Text, StringComparison.Ordinal);
        Assert.Null(report.Signature);
    }

    [Fact]
    public void The_own_number_is_told_from_the_cited_ones()
    {
        CleanReport report = Clean($"<h1>{Title}</h1><p align=center>青政〔2024〕3号</p><div id=zoom>{Pages.Report}<p>根据青府发〔2021〕7号文件，印发《若干措施》（青政办〔2023〕12号）。</p></div>");

        Assert.Equal("青政〔2024〕3号", report.DocumentNumber);
        Assert.Equal(["青府发〔2021〕7号", "青政办〔2023〕12号"], report.CitedDocumentNumbers);
    }

    [Fact]
    public void A_lost_heading_number_opens_its_block_and_is_flagged_without_a_change()
    {
        string page = Pages.Report.Replace("（二）规范", ")规范", StringComparison.Ordinal);

        CleanReport report = Clean($"<h1>{Title}</h1><div id=zoom>{page}</div>");

        Assert.Contains(report.Blocks, block => block is { Level: 2, Heading: ")规范行政执法" });
        Repair fault = Assert.Single(report.Repairs, repair => repair.Rule == "标题序号缺失");
        Assert.Equal((")", ")"), (fault.Before, fault.After));
        Assert.Equal(')', report.Text[fault.Offset]);
    }

    [Fact]
    public void Rows_of_a_data_table_are_lines()
    {
        CleanReport report = Clean($"<h1>{Title}</h1><div id=zoom>{Pages.Report}<table><tr><td>项目</td><td>数量</td></tr><tr><td>复议</td><td>12件</td></tr></table><p>{Pages.Prose}</p></div>");

        Assert.Contains("项目 数量\n复议 12件\n", report.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Invisible_characters_are_gone_and_blanks_are_single()
    {
        CleanReport report = Clean("<h1>通知</h1><div id=zoom><p>&emsp;&emsp;各\u200B单位：\u202E请　　于&nbsp;&nbsp;周五前\u00AD报送材料，逾期不再受理，特此告知，请认真遵照执行。</p></div>");

        Assert.Equal("各单位：请 于 周五前报送材料，逾期不再受理，特此告知，请认真遵照执行。", report.Text);
    }

    private static CleanReport Clean(string body) => new PageCleaner().Clean(Pages.Input(Pages.Html(body), "http://h.example/a/b.html"));
}
