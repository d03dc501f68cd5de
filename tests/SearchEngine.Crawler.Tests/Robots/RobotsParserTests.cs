using System.Text;
using SearchEngine.Crawler.Robots;

namespace SearchEngine.Crawler.Tests.Robots;

public sealed class RobotsParserTests
{
    [Theory]
    // Groups and agents.
    [InlineData("User-agent: *\nDisallow: /a", "/a/b", false)]
    [InlineData("User-agent: *\nDisallow: /a", "/b", true)]
    [InlineData("user-AGENT : searchenginebot\ndisALLOW : /a", "/a", false)]
    [InlineData("User-agent: SearchEngineBot\nAllow: /\nUser-agent: *\nDisallow: /", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /\nUser-agent: SearchEngineBot\nDisallow: /x", "/a", true)]
    [InlineData("User-agent: SearchEngineBot\nDisallow: /a\nUser-agent: o\nDisallow: /\nUser-agent: SearchEngineBot\nDisallow: /b", "/b", false)]
    [InlineData("User-agent: SearchEngineBot\nDisallow: /a\n\nUser-agent: SearchEngineBot\nDisallow: /b", "/a", false)]
    [InlineData("User-agent: other\nUser-agent: SearchEngineBot\nDisallow: /a", "/a", false)]
    [InlineData("User-agent: SearchEngineBot\nSitemap: /s.xml\nUser-agent: other\nDisallow: /a", "/a", false)]
    [InlineData("User-agent: SearchEngineBot/2.0\nDisallow: /a", "/a", false)]
    [InlineData("User-agent: SearchEngineBotX\nDisallow: /a", "/a", true)]
    [InlineData("User-agent: Search\nDisallow: /a", "/a", true)]
    [InlineData("Disallow: /a", "/a", true)]
    [InlineData("User-agent: SearchEngineBot\nUser-agent: *\nDisallow:\nUser-agent: *\nDisallow: /", "/a", true)]
    // Longest match; allowance wins ties.
    [InlineData("User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c", true)]
    [InlineData("User-agent: *\nAllow: /a\nDisallow: /a/b", "/a/b/c", false)]
    [InlineData("User-agent: *\nDisallow: /a\nAllow: /a", "/a", true)]
    [InlineData("User-agent: *\nAllow: /\nDisallow: /", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /x/\nAllow: /x/page.html", "/x/page.html", true)]
    [InlineData("User-agent: *\nAllow: /page\nDisallow: /*.html", "/page.html", false)]
    [InlineData("User-agent: *\nAllow: /page\nDisallow: /*.htm", "/page.htm", false)]
    // Empty and missing values.
    [InlineData("User-agent: *\nDisallow:", "/a", true)]
    [InlineData("", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /", "/robots.txt", true)]
    [InlineData("User-agent: *\nDisallow: a", "/a", false)]
    // Wildcards and ends.
    [InlineData("User-agent: *\nDisallow: /*.pdf$", "/x/y.pdf", false)]
    [InlineData("User-agent: *\nDisallow: /*.pdf$", "/x/y.pdf?v=1", true)]
    [InlineData("User-agent: *\nDisallow: /a*c*e", "/a-b-c-d-e-f", false)]
    [InlineData("User-agent: *\nDisallow: /a*c*e", "/a-e-c", true)]
    [InlineData("User-agent: *\nDisallow: /$", "/", false)]
    [InlineData("User-agent: *\nDisallow: /$", "/a", true)]
    [InlineData("User-agent: *\nDisallow: *secret", "/x/secret/y", false)]
    [InlineData("User-agent: *\nDisallow: /a*$", "/abc", false)]
    [InlineData("User-agent: *\nDisallow: /*?*sort=", "/list?a=1&sort=2", false)]
    [InlineData("User-agent: *\nDisallow: /****a", "/x/a", false)]
    // Escapes.
    [InlineData("User-agent: *\nDisallow: /政府", "/%E6%94%BF%E5%BA%9C/a", false)]
    [InlineData("User-agent: *\nDisallow: /%e6%94%bf", "/%E6%94%BF%E5%BA%9C", false)]
    [InlineData("User-agent: *\nDisallow: /%7Ejoe/", "/~joe/x", false)]
    [InlineData("User-agent: *\nDisallow: /a%2Fb", "/a/b", true)]
    [InlineData("User-agent: *\nDisallow: /Case", "/case", true)]
    // Lines.
    [InlineData("User-agent: *\rDisallow: /a\r", "/a", false)]
    [InlineData("User-agent: *\r\nDisallow: /a # why\r\n", "/a", false)]
    [InlineData("\uFEFFUser-agent: *\nDisallow: /a", "/a", false)]
    [InlineData("# x\nUser-agent: * # all\n\n\nDisallow: /a", "/a", false)]
    [InlineData("User-agent *\nDisallow /a", "/a", true)]
    [InlineData("<html><body>User-agent: *<br>Disallow: /</body></html>", "/a", true)]
    [InlineData("Crawl-delay: 5\nUser-agent: *\nDisallow: /a", "/a", false)]
    [InlineData("User-agent: *\nNoindex: /b\nDisallow: /a", "/a", false)]
    public void Follows_the_standard(string robots, string path, bool allowed)
    {
        Assert.Equal(allowed, Parse(robots).Allows(path));
    }

    [Theory]
    [InlineData("User-agent: *\nCrawl-delay: 10", 10.0)]
    [InlineData("User-agent: *\nCrawl-delay: 0.5", 0.5)]
    [InlineData("User-agent: *\nCrawl-delay: ten", null)]
    [InlineData("User-agent: *\nCrawl-delay: -1", null)]
    [InlineData("Crawl-delay: 10\nUser-agent: *\nDisallow:", null)]
    [InlineData("User-agent: other\nCrawl-delay: 10", null)]
    public void Reads_the_pause_of_our_group(string robots, double? seconds)
    {
        Assert.Equal(seconds, Parse(robots).CrawlDelay?.TotalSeconds);
    }

    [Fact]
    public void Collects_sitemaps_wherever_they_stand()
    {
        Assert.Equal(
            ["http://a.gov.cn/s.xml", "/t.xml"],
            Parse("Sitemap: http://a.gov.cn/s.xml\nUser-agent: x\nDisallow: /\nsitemap: /t.xml").Sitemaps);
    }

    [Fact]
    public void Reads_up_to_the_limit_and_no_further()
    {
        string filler = string.Concat(Enumerable.Repeat("# filler filler filler filler\n", 25_000));

        Assert.False(Parse("User-agent: *\nDisallow: /a\n" + filler).Allows("/a"));
        Assert.True(Parse(filler + "User-agent: *\nDisallow: /a\n").Allows("/a"));
    }

    [Fact]
    public void Survives_random_bytes_and_patterns_made_to_backtrack()
    {
        Random random = Replay.Random();
        byte[] noise = new byte[100_000];
        random.NextBytes(noise);
        RobotsParser.Parse(noise, "SearchEngineBot", noise.Length).Allows("/a");
        string evil = "User-agent: *\nDisallow: /" + string.Concat(Enumerable.Repeat("*a", 2000)) + "b$";

        Assert.True(Parse(evil).Allows("/" + new string('a', 2000)));
    }

    private static RobotsRules Parse(string text) =>
        RobotsParser.Parse(Encoding.UTF8.GetBytes(text), "SearchEngineBot", CrawlLimits.Default.MaxRobotsBytes);
}
