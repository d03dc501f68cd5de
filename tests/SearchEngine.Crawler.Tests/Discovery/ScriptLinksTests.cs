using SearchEngine.Crawler.Discovery;
using SearchEngine.Crawler.Scope;

namespace SearchEngine.Crawler.Tests.Discovery;

/// <summary>Habits of sites whose links are no plain anchors.</summary>
public sealed class ScriptLinksTests
{
    [Theory]
    // Buttons, handlers, links that are scripts.
    [InlineData("<a href=\"javascript:window.open('/art/1.html')\">x</a>", "/art/1.html")]
    [InlineData("<a href=\"JavaScript:location.href='b.shtml'\">x</a>", "/x/b.shtml")]
    [InlineData("<a href='javascript:void(0)' onclick=\"openPage('content_12.html', 'new')\">x</a>", "/x/content_12.html")]
    [InlineData("<li onclick='location=\"/zwgk/\"'>x</li>", "/zwgk/")]
    [InlineData("<input type=button onclick=\"window.location.href='index_2.html'\">", "/x/index_2.html")]
    [InlineData("<a href='#' onclick=\"go('index_' + n + '.html')\">x</a>", "")]
    [InlineData("<a href=\"javascript:go('2')\">2</a><a href=\"javascript:history.back()\">返回</a>", "")]
    [InlineData("<a data-url='/list/2.html'>2</a><div data-href='t.htm'></div><i data-url='toggle'></i>", "/list/2.html /x/t.htm")]
    // Lists to choose a page from, and lists of anything else.
    [InlineData("<select onchange='location=this.value'><option value='index.html'>1<option value='index_1.html'>2</select>", "/x/index.html /x/index_1.html")]
    [InlineData("<select><option value='370000'>山东<option value='全部'>全部</select>", "")]
    // Scripts that send the reader on, or write links.
    [InlineData("<script>window.location.replace(\"/portal/index.html\");</script>", "/portal/index.html")]
    [InlineData("<script>top.location.href = '/m/';</script>", "/m/")]
    [InlineData("<script>location.href = '/search?q=' + word;</script>", "")]
    [InlineData("<script>document.write('<a href=\"news.html\">x</a>');</script>", "/x/news.html")]
    [InlineData("<script>document.write(\"<a href=\\\"more.html\\\">x</a>\");</script>", "/x/more.html")]
    // Files shown in the page.
    [InlineData("<embed src=a.pdf>", "/x/a.pdf")]
    [InlineData("<object data='/b.pdf' type='application/pdf'></object>", "/b.pdf")]
    [InlineData("<iframe src='/pdfjs/web/viewer.html?file=%2Fupload%2Fc.pdf'></iframe>", "/pdfjs/web/viewer.html?file=%2Fupload%2Fc.pdf /upload/c.pdf")]
    [InlineData("<frameset cols='20%,80%'><frame src=left.htm><frame src=main.htm></frameset>", "/x/left.htm /x/main.htm")]
    // Pages that send their readers on.
    [InlineData("<META HTTP-EQUIV=\"REFRESH\" CONTENT=\"3 ; url = 'home.htm'\">", "/x/home.htm")]
    [InlineData("<meta http-equiv=refresh content='5'>", "")]
    [InlineData("<meta name=description content='url=/a.html'>", "")]
    // Spellings of addresses.
    [InlineData("<BASE HREF='http://www.test.gov.cn/y/'><A HREF=B.HTML>x</A>", "/y/B.HTML")]
    [InlineData("<a href='\\zwgk\\a.html'>x</a>", "/zwgk/a.html")]
    [InlineData("<a href='//www.test.gov.cn/p.html'>x</a>", "/p.html")]
    [InlineData("<a href='  c.html  '>x</a>", "/x/c.html")]
    [InlineData("<a href='%B7%A8%D6%CE.doc'>x</a>", "/x/%B7%A8%D6%CE.doc")]
    [InlineData("<a href='?page=2'>2</a>", "/x/a.html?page=2")]
    public async Task Finds_what_a_reader_would_get_to(string html, string expected)
    {
        Assert.Equal(expected, string.Join(' ', (await FindAsync(html)).Select(l => l.Url.PathAndQuery)));
    }

    [Theory]
    [InlineData("pageList(3, 0, 'list', 'htm');", "list_1.htm list_2.htm")]
    [InlineData("showPages('p', 3, 1, 'index', '.shtml', 20)", "index.shtml index_2.shtml")]
    [InlineData("openPage('a', 3, 1, 'index', 'newwindow')", "")]
    [InlineData("var totalPage = 3; for (var i = 1; i < totalPage; i++) document.write(\"<a href='index_\" + i + \".html'>\");", "index_1.html index_2.html index_3.html")]
    [InlineData("var pageCount=\"2\"; function go(n) { location.href = 'list_' + (n - 1) + '.shtml'; }", "list_1.shtml list_2.shtml")]
    [InlineData("$('#pager').pagination({ totalPages: 2, onPage: function (p) { location.href = \"col-\" + p + \".html\"; } })", "col-1.html col-2.html")]
    [InlineData("var maxPage = 2; function go(n) { location = 'list.jsp?id=7&page=' + n; }", "list.jsp?id=7&page=1 list.jsp?id=7&page=2")]
    [InlineData("function go(n) { location.href = 'list_' + n + '.html'; }", "")]
    [InlineData("function createPageHTML(n, c, name, ext) { document.write('<a href=' + name + '_' + i + '.' + ext + '>'); }", "")]
    public async Task Follows_pagers_in_other_dialects(string script, string expected)
    {
        IReadOnlyList<DiscoveredLink> links = await FindAsync($"<script>{script}</script>");

        Assert.Equal(expected, string.Join(' ', links.Select(l => l.Url.PathAndQuery["/x/".Length..])));
        Assert.All(links, l => Assert.Equal(LinkKind.Pager, l.Kind));
    }

    [Theory]
    [InlineData("第2页")]
    [InlineData("【3】")]
    [InlineData("（4）")]
    [InlineData("后一页")]
    [InlineData("下10页")]
    [InlineData("下一页>")]
    public async Task Knows_the_labels_of_pagers(string label)
    {
        Assert.Equal(LinkKind.Pager, Assert.Single(await FindAsync($"<a href=q2.html>{label}</a>")).Kind);
    }

    [Fact]
    public async Task Takes_time_in_proportion_to_a_script_made_to_stall_it()
    {
        string[] scripts =
        [
            string.Concat(Enumerable.Repeat("page(", 50_000)),
            string.Concat(Enumerable.Repeat("'a_'+i+", 50_000)),
            "location='" + new string('a', 300_000),
            string.Concat(Enumerable.Repeat("totalPage", 30_000)) + "=",
            "document.write(" + string.Concat(Enumerable.Repeat("href=\\'", 50_000)),
        ];
        foreach (string script in scripts)
        {
            long started = TimeProvider.System.GetTimestamp();
            await FindAsync($"<script>{script}</script>");
            Assert.InRange(TimeProvider.System.GetElapsedTime(started), TimeSpan.Zero, TimeSpan.FromSeconds(5));
        }
    }

    private static async Task<IReadOnlyList<DiscoveredLink>> FindAsync(string html)
    {
        Assert.True(CrawlUrl.TryParse("http://www.test.gov.cn/x/a.html", out CrawlUrl? page));
        CrawlLimits limits = new() { ParseTimeout = TimeSpan.FromSeconds(20) };
        return (await new HtmlLinks(limits).FindAsync(html, page, TestContext.Current.CancellationToken)).Links;
    }
}
