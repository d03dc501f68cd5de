using System.Text;
using SearchEngine.Crawler.Scope;

namespace SearchEngine.Crawler.Tests.Scope;

public sealed class SiteProfileTests
{
    [Theory]
    [InlineData("{}", "http://a.gov.cn/x/1.html", true)]
    [InlineData("""{"follow": ["/zwgk/"]}""", "http://a.gov.cn/zwgk/1.html", true)]
    [InlineData("""{"follow": ["/zwgk/"]}""", "http://a.gov.cn/xw/1.html", false)]
    [InlineData("""{"follow": ["/zwgk/"], "skip": ["print="]}""", "http://a.gov.cn/zwgk/1.html?print=1", false)]
    [InlineData("""{"follow": ["(a+)+$"]}""", "http://a.gov.cn/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa1", false)]
    public void An_address_is_followed_as_the_patterns_say(string json, string address, bool follows)
    {
        Assert.True(CrawlUrl.TryParse(address, out CrawlUrl? url));

        Assert.Equal(follows, Profile(json).Follows(url));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"folow\": []}")]
    [InlineData("{\"follow\": [\"(\"]}")]
    [InlineData("{\"delaySeconds\": -1}")]
    [InlineData("{\"delaySeconds\": 1e9}")]
    public void What_is_no_profile_is_refused_with_a_reason(string json) =>
        Assert.NotEmpty(Assert.Throws<FormatException>(() => Profile(json)).Message);

    [Fact]
    public async Task A_crawl_with_a_profile_follows_only_what_it_names()
    {
        await using TestServer server = Site();

        await Crawl.OfAsync(server, options => options with { Profile = Profile("""{"follow": ["/zwgk/"]}""") });

        Assert.Equal(["/", "/robots.txt", "/zwgk/1.html", "/zwgk/1.pdf"], server.Paths.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_crawl_without_a_profile_follows_all()
    {
        await using TestServer server = Site();

        await Crawl.OfAsync(server);

        Assert.Contains("/xw/1.html", server.Paths);
    }

    private static TestServer Site() => TestServer.Of(new Dictionary<string, string>
    {
        ["/"] = "<a href=/zwgk/1.html>a</a><a href=/xw/1.html>b</a>",
        ["/zwgk/1.html"] = "<a href=1.pdf>附件</a>",
        ["/xw/1.html"] = "x",
    });

    private static SiteProfile Profile(string json) => SiteProfile.Parse(Encoding.UTF8.GetBytes(json));
}
