using System.Net;
using System.Text.RegularExpressions;
using SearchEngine.Reports.Catalogue;
using SearchEngine.Reports.Model;

namespace SearchEngine.Web.Tests;

public sealed partial class ReadPageTests
{
    [Fact]
    public async Task What_is_shown_is_character_by_character_what_is_stored()
    {
        await using RunningSite site = await RunningSite.Start();

        foreach (string path in (string[])["/r/a1", $"/r/a1?q={Pages.Query}", "/r/a1?q=%E3%80%82"])
        {
            string html = await site.Page(path);
            foreach (BodyLine line in HandMadeReports.Report.Report.Lines.Where(line => line.Paragraph is not null))
            {
                Match shown = Regex.Match(html, $"<div class=\"paragraph\" id=\"p{line.Paragraph}\"><a [^>]*>[0-9]+</a>(.*?)</div>", default, TimeSpan.FromSeconds(2));
                Assert.Equal(line.Text, WebUtility.HtmlDecode(Tags().Replace(shown.Groups[1].Value, "")));
            }
        }
    }

    [Fact]
    public async Task Hits_are_numbered_and_lead_to_one_another_without_scripts()
    {
        await using RunningSite site = await RunningSite.Start();

        string first = await site.Page($"/r/a1?q={Pages.Query}");
        string second = await site.Page($"/r/a1?q={Pages.Query}&hit=2");
        string beyond = await site.Page($"/r/a1?q={Pages.Query}&hit=99999");

        Assert.Contains("第 <span>1</span> 处，共 3 处", first, StringComparison.Ordinal);
        Assert.Contains("<mark id=\"h1\" class=\"now\">府院联动</mark>", first, StringComparison.Ordinal);
        Assert.Contains($"id=\"hit-next\" href=\"/r/a1?q={Pages.Query}&amp;hit=2#h2\"", first, StringComparison.Ordinal);
        Assert.DoesNotContain("rel=\"prev\"", first, StringComparison.Ordinal);
        Assert.Contains("<mark id=\"h2\" class=\"now\">", second, StringComparison.Ordinal);
        Assert.Contains("第 <span>3</span> 处，共 3 处", beyond, StringComparison.Ordinal);
        Assert.DoesNotContain("rel=\"next\"", beyond, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_shortened_phrase_is_marked_and_counted_apart()
    {
        await using RunningSite site = await RunningSite.Start();

        string html = await site.Page($"/r/a1?q={Pages.Query}");

        Assert.Contains(
            "<mark id=\"e1\" class=\"half\">府院</mark><span class=\"bridge\">、府检</span><mark class=\"half\">联动</mark>", html, StringComparison.Ordinal);
        Assert.Contains("另有省略式 1 处", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_paragraph_has_a_link_of_its_own_and_headings_open_their_role()
    {
        await using RunningSite site = await RunningSite.Start();

        string html = await site.Page("/r/a1");

        Assert.Contains(
            "<a class=\"number\" href=\"#p2\" aria-label=\"第 2 段的固定链接\">2</a>", html, StringComparison.Ordinal);
        Assert.Contains(
            "<h2 id=\"b2\">一、工作成效<span class=\"role role-results\">成效</span></h2>", html, StringComparison.Ordinal);
        Assert.Contains(
            "<h3>(一)加强领导,扛起责任。</h3><p>高度重视。<b class=\"lead\">一是主体责任有效落实。</b>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("hit-bar", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_card_says_how_far_each_field_can_be_trusted_and_what_lost()
    {
        await using RunningSite site = await RunningSite.Start();

        string html = await site.Page("/r/a1");

        Assert.Contains("<dt>主体 <span class=\"trust inferred\">推定</span>", html, StringComparison.Ordinal);
        Assert.Contains("<dt>发布日期 <span class=\"trust sure\">可信</span>", html, StringComparison.Ordinal);
        Assert.Contains("<dt>发文字号 <span class=\"trust absent\">未载</span>", html, StringComparison.Ordinal);
        Assert.Contains("<span class=\"source\">2025年2月28日</span>（网页元数据“PubDate”；很有把握）", html, StringComparison.Ordinal);
        Assert.Contains("<span class=\"source\">2017-08-20</span>：早于报告年度七年，模板残留", html, StringComparison.Ordinal);
        Assert.Contains("成文日期、发布单位、来源、索引号", html, StringComparison.Ordinal);
        Assert.Contains("清洗修补 1 处", html, StringComparison.Ordinal);
        Assert.Contains(">府院联动与府检联动</a>", html, StringComparison.Ordinal);
        Assert.Contains(">T99</a>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_place_and_a_year_lead_to_the_report_when_there_is_one_and_to_the_list_when_there_are_more()
    {
        await using RunningSite site = await RunningSite.Start();

        using HttpResponseMessage one = await site.Response("/r/370103-2020");
        using HttpResponseMessage two = await site.Response("/r/370103-2024");

        Assert.Equal("/r/c3", one.Headers.Location!.OriginalString);
        Assert.Equal("/search?region=370103&year=2024", two.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Years_without_a_report_are_gaps()
    {
        await using RunningSite site = await RunningSite.Start();

        string html = await site.Page("/r/a1");

        Assert.Equal(3, html.Split("aria-label=\"未采集\"").Length - 1);
        Assert.Contains("href=\"/r/c3\">阅读</a><span>2020</span>", html, StringComparison.Ordinal);
        Assert.Contains("2020–2024 已采集 2 / 5", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_archived_original_is_text_in_our_page()
    {
        await using RunningSite site = await RunningSite.Start();

        string html = await site.Page("/r/a1/captures/1");

        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", html, StringComparison.Ordinal);
        Assert.Contains("HTTP/1.1 200 OK", html, StringComparison.Ordinal);
        Assert.Contains("2026-01-15 10:30", html, StringComparison.Ordinal);
        Assert.Contains("这份原件不是文本", await site.Page("/r/a1/captures/2"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_id_with_strange_letters_is_found_by_the_address_the_page_mints()
    {
        const string id = "年/报?1#&";
        StoredReport odd = HandMadeReports.Report with { Id = id };
        await using RunningSite site = await RunningSite.Start(reports: new HandMadeReports(odd));

        string html = await site.Page("/r/" + Uri.EscapeDataString(id));

        Assert.Contains($"href=\"/api/reports/{Uri.EscapeDataString(id)}\"", html, StringComparison.Ordinal);
        Assert.Equal(200, (await site.Get("/api/reports/" + Uri.EscapeDataString(id))).Status);
    }

    [Fact]
    public async Task A_report_without_anything_is_a_page_all_the_same()
    {
        StoredReport bare = new(
            "bare", null, null, new CleanReport { Kind = PageKind.Empty, Charset = "utf-8" }, [], []);
        await using RunningSite site = await RunningSite.Start(reports: new HandMadeReports(bare));

        string html = await site.Page($"/r/bare?q={Pages.Query}");

        Assert.Contains("题名不明", html, StringComparison.Ordinal);
        Assert.Contains("这一页没有可读的正文", html, StringComparison.Ordinal);
        Assert.Contains("没有归档原件", html, StringComparison.Ordinal);
        Assert.Contains("这一篇里没有“府院联动”", html, StringComparison.Ordinal);
    }

    [GeneratedRegex("<[^>]*>", RegexOptions.NonBacktracking)]
    private static partial Regex Tags();
}
