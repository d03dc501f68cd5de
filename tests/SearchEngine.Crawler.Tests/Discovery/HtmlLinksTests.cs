using SearchEngine.Crawler.Discovery;
using SearchEngine.Crawler.Scope;

namespace SearchEngine.Crawler.Tests.Discovery;

public sealed class HtmlLinksTests
{
    [Theory]
    [InlineData("<a href=b.html>", "/x/b.html")]
    [InlineData("<A HREF='/b.html#top'>", "/b.html")]
    [InlineData("<map><area href=b.html></map>", "/x/b.html")]
    [InlineData("<iframe src=f.html></iframe>", "/x/f.html")]
    [InlineData("<link rel='x next' href=p2.html>", "/x/p2.html")]
    [InlineData("<meta http-equiv=Refresh content='0; URL=/home.html'>", "/home.html")]
    [InlineData("<base href=/y/><a href=b.html>", "/y/b.html")]
    [InlineData("<base href='javascript:1'><a href=b.html>", "/x/b.html")]
    [InlineData("<a href=b.html><a href=./b.html><a href=../x/b.html>", "/x/b.html")]
    [InlineData("<a href='&#47;b.html?a=1&amp;b=2'>", "/b.html?a=1&b=2")]
    [InlineData("<a href='a\nb.html'>", "/x/ab.html")]
    [InlineData("<a href='文.pdf'>附件</a>", "/x/%E6%96%87.pdf")]
    [InlineData("<a href='#top'><a href=''><a href=a.html><a>", "")]
    [InlineData("<a href='javascript:go(1)'><a href='mailto:a@b.c'><a href='tel:1'><a href='data:text/html,x'>", "")]
    [InlineData("<img src=a.png><script src=a.js></script><link rel=stylesheet href=a.css><a href=a.zip><a href=a.JPG>", "")]
    [InlineData("<!-- <a href=b.html> --><script>'<a href=b.html>'</script>", "")]
    public async Task Finds_what_a_reader_could_follow(string html, string expected)
    {
        Assert.Equal(expected, string.Join(' ', (await FindAsync(html)).Select(l => l.Url.PathAndQuery)));
    }

    [Theory]
    [InlineData("createPageHTML(4, 0, \"index\", \"html\");", "index_1.html index_2.html index_3.html")]
    [InlineData("createPageHTML(3,1,'index','shtml')", "index.shtml index_2.shtml")]
    [InlineData("createPageHTML(\"pages\", 3, 0, \"list\", \"htm\", 45);", "list_1.htm list_2.htm")]
    [InlineData("var countPage = 3; //total\nvar currentPage = 0;\ncreatePageHTML(countPage, currentPage, 'index', 'html')", "index_1.html index_2.html")]
    [InlineData("createPageHTML(1, 0, 'index', 'html');", "")]
    [InlineData("function createPageHTML(_nPageCount, _nCurrIndex, _sPageName, _sPageExt){ return 1; }", "")]
    [InlineData("createPageHTML(99999999999, 0, 'index', 'html')", "")]
    [InlineData("createPageHTML('x')", "")]
    public async Task Follows_pagers_written_by_script(string script, string expected)
    {
        IReadOnlyList<DiscoveredLink> links = await FindAsync($"<script>{script}</script>");

        Assert.Equal(expected, string.Join(' ', links.Select(l => l.Url.PathAndQuery["/x/".Length..])));
        Assert.All(links, l => Assert.Equal(LinkKind.Pager, l.Kind));
    }

    [Fact]
    public async Task Believes_no_pager_of_more_than_five_hundred_pages()
    {
        Assert.Equal(499, (await FindAsync("<script>createPageHTML(100000,0,'index','html')</script>")).Count);
    }

    [Theory]
    [InlineData("<a href=detail_2.html>[2]</a>", LinkKind.Pager)]
    [InlineData("<a href=index.html?pageNum=2>下一页</a>", LinkKind.Pager)]
    [InlineData("<a href=index_3.html>更多</a>", LinkKind.Pager)]
    [InlineData("<a href=t2025.html>2024年度法治政府建设情况报告</a>", LinkKind.Page)]
    [InlineData("<a href=P02025.docx>附件</a>", LinkKind.Attachment)]
    public async Task Tells_pagers_pages_and_attachments_apart(string html, LinkKind kind)
    {
        Assert.Equal(kind, Assert.Single(await FindAsync(html)).Kind);
    }

    [Fact]
    public async Task Takes_no_more_links_than_the_limit()
    {
        string html = string.Concat(Enumerable.Range(0, 10_000).Select(i => $"<a href={i}.html>"));

        Assert.Equal(CrawlLimits.Default.MaxOutlinks, (await FindAsync(html)).Count);
    }

    [Theory]
    [InlineData("/a/b/a/b/a/c.html", true)]
    [InlineData("/a/b/a/c.html", false)]
    [InlineData("/art/2022/2/2/2/art_2.html", false)]
    [InlineData("/1/2/3/4/5/6/7/8/9/10/11/12/13/14/15/16/17/18/19/20/21", true)]
    public void Recognises_endless_paths(string path, bool trap)
    {
        Assert.True(CrawlUrl.TryParse("http://a.gov.cn" + path, out CrawlUrl? url));
        Assert.Equal(trap, TrapRules.IsTrap(url, CrawlLimits.Default));
    }

    private static async Task<IReadOnlyList<DiscoveredLink>> FindAsync(string html)
    {
        Assert.True(CrawlUrl.TryParse("http://www.test.gov.cn/x/a.html", out CrawlUrl? page));
        CrawlLimits limits = new() { ParseTimeout = TimeSpan.FromSeconds(20) };
        return (await new HtmlLinks(limits).FindAsync(html, page, TestContext.Current.CancellationToken)).Links;
    }
}
