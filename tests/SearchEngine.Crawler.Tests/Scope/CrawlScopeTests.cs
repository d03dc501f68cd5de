using SearchEngine.Crawler.Scope;

namespace SearchEngine.Crawler.Tests.Scope;

public sealed class CrawlScopeTests
{
    [Theory]
    [InlineData("http://www.jinan.gov.cn/", true)]
    [InlineData("https://gov.cn/", true)]
    [InlineData("http://www.jinan.gov.cn:8080/", false)]
    [InlineData("http://xgov.cn/", false)]
    [InlineData("http://gov.cn.example.com/", false)]
    [InlineData("http://www.example.com/", true)]
    [InlineData("https://www.example.com/", true)]
    [InlineData("http://www.example.com:81/", false)]
    [InlineData("http://sub.www.example.com/", false)]
    [InlineData("http://127.0.0.1:8080/", true)]
    [InlineData("http://127.1:8080/", true)]
    [InlineData("http://127.0.0.1:8081/", false)]
    [InlineData("http://[::1]:9000/", true)]
    [InlineData("http://intranet:8000/", true)]
    public void Allows_government_hosts_and_named_ones(string text, bool allowed)
    {
        CrawlScope scope = new(["www.Example.com", "127.0.0.1:8080", "[::1]:9000", "intranet:8000"]);

        Assert.Equal(allowed, CrawlUrl.TryParse(text, out CrawlUrl? url) && scope.Allows(url));
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    [InlineData("10.0.0.1")]
    [InlineData("::1")]
    [InlineData("[fd00::1]")]
    [InlineData("0x7f.1")]
    [InlineData("http://a.com")]
    [InlineData("a.com/path")]
    [InlineData("")]
    public void Refuses_entries_without_the_port_they_need_or_that_are_no_hosts(string entry)
    {
        Assert.Throws<ArgumentException>(() => new CrawlScope([entry]));
    }
}
