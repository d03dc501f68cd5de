using SearchEngine.Crawler.Discovery;
using SearchEngine.Crawler.Scope;

namespace SearchEngine.Crawler.Tests.Discovery;

public sealed class FeedTests
{
    [Theory]
    [InlineData("<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><url><loc>http://a.gov.cn/1.html</loc></url></urlset>", LinkKind.Page)]
    [InlineData("<sitemapindex><sitemap><loc>http://a.gov.cn/1.html</loc></sitemap></sitemapindex>", LinkKind.Sitemap)]
    [InlineData("<rss version='2.0'><channel><item><link>http://a.gov.cn/1.html</link></item></channel></rss>", LinkKind.Page)]
    [InlineData("<rss version='2.0'><channel><item><link><![CDATA[ /1.html ]]></link></item></channel></rss>", LinkKind.Page)]
    [InlineData("<feed xmlns='http://www.w3.org/2005/Atom'><entry><link href='http://a.gov.cn/1.html'/></entry></feed>", LinkKind.Page)]
    [InlineData("<feed xmlns='http://www.w3.org/2005/Atom'><entry><link rel='alternate' href='1.html'></link></entry></feed>", LinkKind.Page)]
    [InlineData("<feed xmlns='http://www.w3.org/2005/Atom'><link rel='next' href='1.html'/></feed>", LinkKind.Pager)]
    public void Every_kind_of_feed_gives_its_address(string xml, LinkKind kind)
    {
        Assert.True(SitemapReader.Recognises(System.Text.Encoding.UTF8.GetBytes(xml)));

        DiscoveredLink link = Assert.Single(Read(xml));

        Assert.Equal(("http://a.gov.cn/1.html", kind), (link.Url.Text, link.Kind));
    }

    [Theory]
    [InlineData("<feed xmlns='http://www.w3.org/2005/Atom'><link rel='self' href='1.html'/><link rel='enclosure' href='2.mp3'/></feed>")]
    [InlineData("<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><feed><link href='&e;'/></feed>")]
    public void What_is_no_further_page_gives_none(string xml) => Assert.Empty(Read(xml));

    private static IReadOnlyList<DiscoveredLink> Read(string xml)
    {
        Assert.True(CrawlUrl.TryParse("http://a.gov.cn/feed.xml", out CrawlUrl? page));
        return new SitemapReader(CrawlLimits.Default).Read(System.Text.Encoding.UTF8.GetBytes(xml), page).Links;
    }
}
