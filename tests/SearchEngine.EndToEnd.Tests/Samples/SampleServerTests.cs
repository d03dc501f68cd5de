using System.Net;
using SearchEngine.Samples;

namespace SearchEngine.EndToEnd.Tests.Samples;

public sealed class SampleServerTests : IAsyncLifetime
{
    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false });
    private SampleServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await SampleServer.StartAsync();

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Serves_every_page_of_every_site_byte_for_byte()
    {
        foreach (ExpectedPage page in ExpectedPage.All())
        {
            byte[] body = await _client.GetByteArrayAsync(Address(page.Site, page.Page));
            Assert.Equal(await File.ReadAllBytesAsync(page.File), body);
        }
    }

    [Fact]
    public void Gives_each_site_a_port_of_this_machine_of_its_own()
    {
        Assert.Equal(SampleSites.All.Select(site => site.Name), _server.Sites.Select(site => site.Name));
        Assert.All(_server.Sites, site => Assert.Equal("127.0.0.1", site.StartUri.Host));
        Assert.Equal(_server.Sites.Count, _server.Sites.Select(site => site.StartUri.Port).Distinct().Count());
    }

    [Theory]
    [InlineData("jinan-shizhong", "index.html", "text/html; charset=utf-8")]
    [InlineData("zaozhuang-yicheng", "index.html", "text/html")]
    [InlineData("changzhi-shangdang", "robots.txt", "text/plain")]
    [InlineData("changzhi-shangdang", "sitemap.xml", "application/xml")]
    public async Task States_the_type_as_such_servers_do(string site, string page, string type)
    {
        using HttpResponseMessage response = await _client.GetAsync(Address(site, page));

        Assert.Equal(type, response.Content.Headers.ContentType?.ToString());
    }

    [Fact]
    public async Task Answers_304_when_the_page_is_still_the_same()
    {
        Uri address = _server.Sites[0].StartUri;
        using HttpResponseMessage first = await _client.GetAsync(address);
        using HttpRequestMessage byTag = new(HttpMethod.Get, address);
        byTag.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using HttpRequestMessage byDate = new(HttpMethod.Get, address);
        byDate.Headers.IfModifiedSince = first.Content.Headers.LastModified;

        using HttpResponseMessage second = await _client.SendAsync(byTag);
        using HttpResponseMessage third = await _client.SendAsync(byDate);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Equal(HttpStatusCode.NotModified, third.StatusCode);
    }

    [Theory]
    [InlineData("/gone.html")]
    [InlineData("/../expected.json")]
    [InlineData("/%2e%2e/expected.json")]
    [InlineData("/..%2fexpected.json")]
    [InlineData("/art/..%5c..%5c..%5cexpected.json")]
    [InlineData("/art/")]
    public async Task Answers_404_for_what_is_not_a_page_of_the_site(string path)
    {
        string origin = _server.Sites[0].StartUri.GetLeftPart(UriPartial.Authority);
        UriCreationOptions asWritten = new() { DangerousDisablePathAndQueryCanonicalization = true };
        Uri address = new(origin + path, asWritten);

        using HttpResponseMessage response = await _client.GetAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task Serves_the_index_of_a_folder()
    {
        string list = await _client.GetStringAsync(Address("zhengzhou-zhongyuan", "fzzf/"));

        Assert.Contains("createPageHTML(2,0,", list, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_set_traps_lead_nowhere()
    {
        List<string> dead = [];
        foreach (ExpectedPage page in ExpectedPage.All())
        {
            Uri from = Address(page.Site, page.Page);
            foreach (Uri to in SamplePage.Links(page).Select(link => new Uri(from, link)))
            {
                if (to.Authority != from.Authority)
                    continue;
                using HttpResponseMessage response = await _client.GetAsync(to);
                if (response.StatusCode != HttpStatusCode.OK)
                    dead.Add(to.AbsolutePath);
            }
        }

        Assert.Equal(
            ["/art/2019/0/0/art_0.html", "/content/2018/0001.html", "/detail_7000.html", "/jyzd/", "/zwgk/gone.html"],
            dead.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Frees_its_ports_when_disposed_of()
    {
        SampleServer other = await SampleServer.StartAsync();
        Uri address = other.Sites[0].StartUri;
        await other.DisposeAsync();

        await Assert.ThrowsAsync<HttpRequestException>(() => _client.GetAsync(address));
        Assert.Empty(other.Sites);
    }

    private Uri Address(string site, string page) =>
        new(_server.Sites.Single(served => served.Name == site).StartUri, "/" + page);
}
