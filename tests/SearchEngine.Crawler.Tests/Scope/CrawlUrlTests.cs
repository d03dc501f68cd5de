using SearchEngine.Crawler.Scope;

namespace SearchEngine.Crawler.Tests.Scope;

public sealed class CrawlUrlTests
{
    [Theory]
    [InlineData("HTTP://WWW.Gov.CN:80/a/./b/../c.html#x", "http://www.gov.cn/a/c.html")]
    [InlineData("https://www.gov.cn:443", "https://www.gov.cn/")]
    [InlineData("http://www.gov.cn./a", "http://www.gov.cn/a")]
    [InlineData("http://www.gov.cn/a%2fb%e4%b8%ad", "http://www.gov.cn/a%2Fb%E4%B8%AD")]
    [InlineData("http://www.gov.cn/中.html?q=文", "http://www.gov.cn/%E4%B8%AD.html?q=%E6%96%87")]
    [InlineData("http://www.gov.cn/a?b=2&a=1&a=1", "http://www.gov.cn/a?b=2&a=1&a=1")]
    [InlineData("http://www.gov.cn/a?", "http://www.gov.cn/a?")]
    [InlineData(" http://www.gov.cn/a\r\n.html ", "http://www.gov.cn/a.html")]
    [InlineData("http://www.gov.cn/a.jsp;jsessionid=12AB?x=1", "http://www.gov.cn/a.jsp?x=1")]
    [InlineData("http://政府.cn/", "http://xn--mxtq1m.cn/")]
    [InlineData("http://www.gov.cn:8080/", "http://www.gov.cn:8080/")]
    public void Has_one_spelling_for_one_address(string text, string canonical)
    {
        Assert.True(CrawlUrl.TryParse(text, out CrawlUrl? url));
        Assert.Equal(canonical, url.Text);
        Assert.True(CrawlUrl.TryParse(canonical, out CrawlUrl? again));
        Assert.Equal(url, again);
    }

    [Theory]
    [InlineData("b.html", "http://a.gov.cn/x/b.html")]
    [InlineData("/b.html", "http://a.gov.cn/b.html")]
    [InlineData("//b.gov.cn/", "http://b.gov.cn/")]
    [InlineData("?p=2", "http://a.gov.cn/x/y.html?p=2")]
    [InlineData("../../../b", "http://a.gov.cn/b")]
    public void Resolves_links_against_their_page(string link, string expected)
    {
        Assert.True(CrawlUrl.TryResolve(new Uri("http://a.gov.cn/x/y.html"), link, out CrawlUrl? url));
        Assert.Equal(expected, url.Text);
    }

    [Theory]
    [InlineData("http://a.gov.cn/", "a.gov.cn")]
    [InlineData("https://a.gov.cn/", "a.gov.cn")]
    [InlineData("http://a.gov.cn:8080/", "a.gov.cn:8080")]
    public void Counts_http_and_https_as_one_host(string text, string host)
    {
        Assert.True(CrawlUrl.TryParse(text, out CrawlUrl? url));
        Assert.Equal(host, url.Host);
    }
}
