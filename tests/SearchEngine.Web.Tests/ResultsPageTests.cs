using System.Net;
using SearchEngine.Search.Answers;
using SearchEngine.Search.Requests;

namespace SearchEngine.Web.Tests;

public sealed class ResultsPageTests
{
    [Fact]
    public async Task The_counts_stand_beside_what_they_are_counts_of()
    {
        await using RunningSite site = await RunningSite.Start();

        string text = Text(await site.Page($"/search?q={Pages.Query}"));

        Assert.Contains("3篇，已采集 5 篇之中", text, StringComparison.Ordinal);
        Assert.Contains("7处", text, StringComparison.Ordinal);
        Assert.Contains("另有省略式 1 处", text, StringComparison.Ordinal);
        Assert.Contains("标题、正文中的短语「府院联动」", text, StringComparison.Ordinal);
        Assert.Contains("改为宽松（再忽略顿号与括号，仍为 3 篇 7 处）", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_query_is_echoed_in_the_box_and_its_filters_are_kept_beside_it()
    {
        await using RunningSite site = await RunningSite.Start();

        string html = await site.Page("/search?q=a%22%3Cb%3E&year=2024&wide=1");

        Assert.Contains("value=\"a&quot;&lt;b&gt;\"", html, StringComparison.Ordinal);
        Assert.Contains("<input type=\"hidden\" name=\"year\" value=\"2024\">", html, StringComparison.Ordinal);
        Assert.Contains("<input type=\"hidden\" name=\"wide\" value=\"1\">", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Zeros_are_shown_as_text_with_their_denominator()
    {
        await using RunningSite site = await RunningSite.Start();

        string html = await site.Page($"/search?q={Pages.Query}");

        Assert.Contains("<span>山西省</span>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("region=140000", html, StringComparison.Ordinal);
        Assert.Contains("region=370000", html, StringComparison.Ordinal);
        Assert.Contains("exclude=region:370000", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chosen_value_is_undone_where_it_stands_and_over_the_results()
    {
        await using RunningSite site = await RunningSite.Start();

        string html = await site.Page("/search?q=a&year=2024&exclude=region:410000");

        Assert.Contains("aria-label=\"取消 报告年度 2024\"", html, StringComparison.Ordinal);
        Assert.Contains("aria-label=\"取消 不含 河南省\"", html, StringComparison.Ordinal);
        Assert.Contains("<s>河南省</s>", html, StringComparison.Ordinal);
        Assert.Contains("全部撤销（3 篇 7 处）", Text(html), StringComparison.Ordinal);
        Assert.Contains("<a class=\"all\" href=\"/search?q=a\">", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Marks_are_cut_out_of_the_text_and_nothing_is_added_to_it()
    {
        await using RunningSite site = await RunningSite.Start();

        string html = await site.Page($"/search?q={Pages.Query}");

        Assert.Contains(
            "<q>三是落实责任。建立常态化<mark>府院联动</mark>机制,召开<mark>府院联动</mark>联席会议。</q>", html, StringComparison.Ordinal);
        Assert.Contains(
            "<q>六是加强常态化<mark class=\"half\">府院</mark><span class=\"bridge\">、府检</span><mark class=\"half\">联动</mark>工作,化解矛盾纠纷。</q>",
            html,
            StringComparison.Ordinal);
        Assert.Contains("<q><b>行政争议</b>实质高效<b>化解</b>。</q>", html, StringComparison.Ordinal);
        Assert.Contains("题名推定", html, StringComparison.Ordinal);
        Assert.Contains("不计入上面的 3 篇 7 处", Text(html), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_passage_leads_to_its_paragraph_with_the_search_in_hand()
    {
        await using RunningSite site = await RunningSite.Start();

        string html = await site.Page($"/search?q={Pages.Query}&year=2024");

        Assert.Contains(Skeleton.Values(html, "href"), link => link == $"/r/a1?q={Pages.Query}&year=2024#p12");
    }

    [Fact]
    public async Task Pages_lead_to_one_another_within_the_limit_of_the_web()
    {
        await using RunningSite site = await RunningSite.Start(
            new HandMadeSearch(_ => HandMadeAnswers.ThreeReports with { Reports = 5000 }));

        string first = await site.Page("/search?q=a");
        string last = await site.Page("/search?q=a&page=101");

        Assert.Contains("href=\"/search?q=a&amp;page=2\" rel=\"next\"", first, StringComparison.Ordinal);
        Assert.DoesNotContain("rel=\"prev\"", first, StringComparison.Ordinal);
        Assert.Contains("第 1–3 篇，共 5000 篇", Text(first), StringComparison.Ordinal);
        Assert.DoesNotContain("rel=\"next\"", last, StringComparison.Ordinal);
        Assert.Contains("网页只翻到第 1000 篇", last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_page_says_which_condition_empties_it_and_what_each_way_out_brings()
    {
        HandMadeSearch search = new(request => request.Year is null
            ? HandMadeAnswers.ThreeReports with { Query = request.Query, Reports = 2, Occurrences = 2 }
            : HandMadeAnswers.Nothing);
        await using RunningSite site = await RunningSite.Start(search);

        string html = await site.Page("/search?q=%E5%BA%9C%E6%A3%80%E8%81%94%E5%8A%A8&year=2020&topic=T19");

        Assert.Contains("是“报告年度 2020”使结果为零", html, StringComparison.Ordinal);
        Assert.Contains("去掉“报告年度 2020”", html, StringComparison.Ordinal);
        Assert.Contains("2 篇 2 处 / 已采集 5 篇", Text(html), StringComparison.Ordinal);
        Assert.Contains("去掉“主题 府院联动与府检联动”", html, StringComparison.Ordinal);
        Assert.True(search.Asked.Count <= 2 + WebLimits.Relaxations + 1, $"{search.Asked.Count} searches");
    }

    [Fact]
    public async Task A_word_of_the_query_counts_as_a_condition_unless_the_query_is_a_formula()
    {
        HandMadeSearch search = new(_ => HandMadeAnswers.Nothing);
        await using RunningSite site = await RunningSite.Start(search);

        string words = await site.Page("/search?q=a%20%E5%B9%B4%E4%BB%BD:2020");
        string formula = await site.Page("/search?q=a%20OR%20b");

        Assert.Contains("去掉“年份:2020”", words, StringComparison.Ordinal);
        Assert.DoesNotContain("去掉", formula, StringComparison.Ordinal);
        Assert.Contains("已采集的报告里没有这个说法", formula, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mistake_is_shown_at_its_character_above_the_repaired_results()
    {
        SearchAnswer answer = HandMadeAnswers.ThreeReports with { Error = new QueryError(3, "第 3 个字符的左括号没有配对。") };
        await using RunningSite site = await RunningSite.Start(new HandMadeSearch(_ => answer));

        string html = await site.Page("/search?q=a%20(b");

        Assert.Contains("<p class=\"query-fault\">a <u>(</u>b</p>", html, StringComparison.Ordinal);
        Assert.Contains("第 3 个字符的左括号没有配对。", html, StringComparison.Ordinal);
        Assert.Contains("<article class=\"hit\">", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_that_was_cut_short_calls_its_counts_lower_bounds_and_asks_nothing_more()
    {
        HandMadeSearch search = new(_ => HandMadeAnswers.ThreeReports with { Partial = true });
        await using RunningSite site = await RunningSite.Start(search);

        string text = Text(await site.Page("/search?q=a&year=2024"));

        Assert.Contains("下面的数目是下限", text, StringComparison.Ordinal);
        Assert.Contains("至少 3篇", text, StringComparison.Ordinal);
        Assert.Single(search.Asked);
    }

    [Fact]
    public async Task A_form_with_years_is_led_to_the_short_address()
    {
        await using RunningSite site = await RunningSite.Start();

        using HttpResponseMessage response = await site.Response("/search?q=a&yearFrom=2020&yearTo=");

        Assert.Equal(HttpStatusCode.Found, response.StatusCode);
        Assert.Equal("/search?q=a&year=2020..", response.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task The_address_reaches_the_search_whole()
    {
        HandMadeSearch search = new();
        await using RunningSite site = await RunningSite.Start(search);

        await site.Page("/search?q=a&region=370000&region=%E7%BC%BA%E5%A4%B1&block=%E8%AE%A1%E5%88%92&mode=related&sort=year&limit=20&page=2");

        SearchRequest asked = search.Asked[0];
        Assert.Equal(["370000", ""], asked.Regions);
        Assert.Equal(["计划"], asked.Blocks);
        Assert.Equal((true, SortOrder.Year, 20, 20), (asked.RelatedMode, asked.Sort, asked.Limit, asked.From));
    }

    /// <summary>
    /// The words of a page, with the blank that keeps a figure and its measure word together as a plain one.
    /// </summary>
    private static string Text(string html)
    {
        string words = System.Text.RegularExpressions.Regex.Replace(
            html, "<[^>]*>", "", default, TimeSpan.FromSeconds(2));
        return WebUtility.HtmlDecode(words).Replace('\u00a0', ' ');
    }
}
