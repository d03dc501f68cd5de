using SearchEngine.Cleaning.Tests.Habits;
using SearchEngine.Reports.Model;

namespace SearchEngine.Cleaning.Tests;

public sealed class EmbeddedArticleTests
{
    private static readonly string Literal = Notice.P.Replace("<", "\\u003C", StringComparison.Ordinal).Replace("/", "\\/", StringComparison.Ordinal);

    public static TheoryData<string> States => new(
        $"<script>window.__INITIAL_STATE__={{\"article\":{{\"title\":\"{Notice.Title}\",\"publishTime\":\"2024-06-11 09:30\",\"source\":\"云溪县水利局\",\"content\":\"{Literal}\"}}}};</script>",
        $"<script type=application/json>{{\"code\":0,\"data\":{{\"docContent\":\"{Literal}\",\"docTitle\":\"{Notice.Title}\",\"docRelTime\":\"2024-06-11\",\"sourceName\":\"云溪县水利局\"}}}}</script>",
        $"<script>window.__NUXT__=(function(a){{return {{data:[{{title:\"{Notice.Title}\",pubDate:\"2024-06-11\",source:\"云溪县水利局\",content:\"{Literal}\"}}]}}}}(1))</script>");

    [Theory]
    [MemberData(nameof(States))]
    public void An_article_that_only_a_script_would_show_is_read_from_its_data(string state)
    {
        CleanReport report = Clean($"<div id=app></div>{state}<script src=/app.js></script>");

        Assert.Equal(PageKind.Other, report.Kind);
        Assert.Equal((Notice.Title, new DateOnly(2024, 6, 11), "云溪县水利局"), (report.Title, report.Published, report.Source));
        Assert.StartsWith(Notice.First, report.Text, StringComparison.Ordinal);
        Assert.EndsWith(Notice.Last, report.Text, StringComparison.Ordinal);
        Assert.Contains(report.Repairs, repair => repair.Rule == "取自页面内嵌的数据");
    }

    [Fact]
    public void A_page_that_shows_its_article_is_read_as_it_shows_it()
    {
        CleanReport report = Clean($"<h1>{Notice.Title}</h1><p>发布时间：2024-06-11</p><div>{Notice.P}</div><script>var x={{content:\"{Literal}{Literal}\"}}</script>");

        Assert.DoesNotContain(report.Repairs, repair => repair.Rule == "取自页面内嵌的数据");
        Assert.Equal(string.Join('\n', Notice.Paragraphs), report.Text);
    }

    [Theory]
    [InlineData("<script>var s={content:\"不到一句\"}</script>")]
    [InlineData("<script>var s={content:\"没有写完的数据没有写完的数据")]
    [InlineData("<script>document.cookie='a=1';location.reload()</script>")]
    public void Settings_and_challenges_are_no_article(string script) =>
        Assert.Contains(Clean("<div id=app></div>" + script).Kind, new[] { PageKind.Blocked, PageKind.Empty });

    private static CleanReport Clean(string body) => new PageCleaner().Clean(
        Pages.Input(Pages.Html(body, "云溪县人民政府"), "https://www.yunxi.example/c1/202406/88.html"));
}
