using SearchEngine.Crawler.Discovery;

namespace SearchEngine.Crawler.Tests.Discovery;

public sealed class DataStoreTests
{
    private static readonly Uri Page = new("http://www.example.gov.cn/col/col12/index.html");

    [Fact]
    public void Records_and_the_next_group_are_links()
    {
        const string text = """
            <datastore><nextgroup><![CDATA[<a href="/module/web/jpage/dataproxy.jsp?page=2&amp;columnid=12&amp;unitid=7"></a>]]></nextgroup>
            <recordset><record><![CDATA[<li><a href='/art/2025/1/2/art_12_1.html'>2024年度法治政府建设情况报告</a></li>]]></record>
            <record><![CDATA[<li><a href='/art/2025/1/2/a.jpg'>图</a></li>]]></record></recordset></datastore>
            """;

        DiscoveredLink[] links = [.. DataStore.Links(text, Page)];

        Assert.Equal(
            ["/module/web/jpage/dataproxy.jsp?page=2&columnid=12&unitid=7", "/art/2025/1/2/art_12_1.html"],
            links.Select(link => link.Url.PathAndQuery));
        Assert.Equal([LinkKind.Pager, LinkKind.Page], links.Select(link => link.Kind));
    }

    [Theory]
    [InlineData("""$('#7').jpage({ totalRecord: 50, perPage: 15, groupSize: 2, proxyUrl: '/m/dataproxy.jsp', data: {col: 1, webid: 3, path: '/'} })""",
        "startrecord=1&endrecord=30&perpage=15&col=1&webid=3&path=%2F startrecord=31&endrecord=50&perpage=15&col=1&webid=3&path=%2F")]
    [InlineData("""$('#7').jpage({ 'totalRecord':'10', 'perPage':'5', 'proxyUrl':"/m/dataproxy.jsp", data: "columnid=4&unitid=9" })""",
        "startrecord=1&endrecord=10&perpage=5&columnid=4&unitid=9")]
    [InlineData("proxyUrl: '/m/dataproxy.jsp'", "")]
    [InlineData("totalRecord: 10", "")]
    public void Groups_are_asked_for_as_the_script_would(string script, string expected)
    {
        Assert.Equal(
            expected,
            string.Join(' ', DataStore.Groups(script, Page, 500).Select(link => link.Url.Uri.Query.TrimStart('?'))));
    }

    [Fact]
    public void A_pager_of_a_million_records_is_bounded()
    {
        Assert.Equal(
            500, DataStore.Groups("totalRecord: 100000000, perPage: 1, groupSize: 1, proxyUrl: '/dataproxy.jsp'", Page, 500).Count());
    }

    [Fact]
    public async Task A_list_behind_a_data_proxy_is_walked_to_its_end()
    {
        await using TestServer server = new(path => path switch
        {
            "/robots.txt" => TestServer.Status(404),
            "/" => TestServer.Html("<div id=7></div><script>$('#7').jpage({totalRecord: 4, perPage: 2, groupSize: 1, proxyUrl: '/dataproxy.jsp', data: {col: 1}})</script>"),
            "/dataproxy.jsp?startrecord=1&endrecord=2&perpage=2&col=1" => Store(1, 2),
            "/dataproxy.jsp?startrecord=3&endrecord=4&perpage=2&col=1" => Store(3, 4),
            _ => TestServer.Html("<p>报告</p>"),
        });

        (CrawlSummary summary, _) = await Crawl.OfAsync(server);

        Assert.Equal(7, summary.Fetched);
        Assert.Equal(4, server.Paths.Count(path => path.StartsWith("/art/", StringComparison.Ordinal)));
    }

    private static byte[] Store(params int[] articles) => TestServer.Response(
        200,
        System.Text.Encoding.UTF8.GetBytes("<datastore><recordset>"
            + string.Concat(articles.Select(n => $"<record><![CDATA[<a href='/art/{n}.html'>x</a>]]></record>")) + "</recordset></datastore>"),
        "Content-Type: text/xml");
}
