using System.IO.Compression;
using System.Text;
using SearchEngine.Crawler.Fetching;

namespace SearchEngine.Crawler.Tests.Fetching;

public sealed class FetchLimitsTests
{
    [Fact]
    public async Task Stops_a_compression_bomb_at_its_ratio_and_keeps_its_bytes()
    {
        byte[] bomb = Gzip(new byte[100 << 20]);
        await using TestServer server = new(path => path == "/"
            ? TestServer.Response(200, bomb, "Content-Type: text/html", "Content-Encoding: gzip") : TestServer.Status(404));

        (CrawlSummary summary, ListSink sink) = await Crawl.OfAsync(server);

        Assert.Equal(bomb, sink["/"].Body.ToArray());
        DecodedBody decoded = sink["/"].Decode();
        Assert.Equal(DecodingOutcome.TooLong, decoded.Outcome);
        Assert.True(decoded.Bytes.Length <= CrawlLimits.Default.MaxDecodedBytes);
        Assert.Equal(1, summary.Fetched);
    }

    [Theory]
    [InlineData("gzip", DecodingOutcome.Whole)]
    [InlineData("GZIP", DecodingOutcome.Whole)]
    [InlineData("br", DecodingOutcome.Unsupported)]
    [InlineData("gzip, gzip", DecodingOutcome.Unsupported)]
    [InlineData("identity", DecodingOutcome.Whole)]
    public void Undoes_one_layer_of_gzip_and_nothing_else(string coding, DecodingOutcome outcome)
    {
        byte[] page = Encoding.UTF8.GetBytes("<p>法治</p>");

        DecodedBody decoded = BodyDecoder.Decode(
            coding == "identity" ? page : Gzip(page), coding, CrawlLimits.Default);

        Assert.Equal(outcome, decoded.Outcome);
        Assert.Equal(outcome == DecodingOutcome.Whole ? page : [], decoded.Bytes.ToArray());
    }

    [Fact]
    public void Gives_what_came_of_damaged_gzip()
    {
        byte[] text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 50_000)));
        byte[] gzip = Gzip(text);
        gzip.AsSpan(gzip.Length / 2, 64).Fill(0xFF);

        DecodedBody decoded = BodyDecoder.Decode(gzip, "gzip", CrawlLimits.Default);

        Assert.Equal(DecodingOutcome.Damaged, decoded.Outcome);
        Assert.True(decoded.Bytes.Length <= text.Length);
    }

    [Fact]
    public async Task Cuts_a_long_body_and_says_so()
    {
        await using TestServer server = new(path => path == "/"
            ? TestServer.Html("<a href=a.html></a>" + new string('x', 100_000)) : TestServer.Html("x"));

        (_, ListSink sink) = await Crawl.OfAsync(
            server, o => o with { Limits = o.Limits with { MaxWireBytes = 50_000 } });

        Assert.Equal(50_000, sink["/"].Body.Length);
        Assert.Equal(BodyTruncation.Length, sink["/"].Truncated);
        Assert.Contains("/a.html", sink.Paths);
    }

    [Fact]
    public async Task Cuts_a_body_that_trickles()
    {
        await using TestServer server = new(path => path == "/"
            ? [.. "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 999\r\n\r\nslow"u8] : TestServer.Status(404));

        (CrawlSummary summary, ListSink sink) = await Crawl.OfAsync(server, o => o with
        {
            Limits = o.Limits with { RateWindow = TimeSpan.FromMilliseconds(200), MaxRetries = 0 },
        });

        Assert.Equal(BodyTruncation.Time, sink["/"].Truncated);
        Assert.Equal("slow", Encoding.ASCII.GetString(sink["/"].Body.Span));
        Assert.Equal(1, summary.Failed);
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nX-Slow: ")]
    [InlineData("")]
    [InlineData("garbage\r\n\r\n")]
    public async Task Gives_up_on_heads_that_never_end_or_make_no_sense(string head)
    {
        await using TestServer server = new(path => path == "/"
            ? [.. Encoding.ASCII.GetBytes(head), .. head.Length == 0 || head.EndsWith("\n\r\n", StringComparison.Ordinal) ? [] : "Content-Length"u8.ToArray()]
            : TestServer.Status(404));

        (CrawlSummary summary, _) = await Crawl.OfAsync(server, o => o with
        {
            Limits = o.Limits with { HeadersTimeout = TimeSpan.FromMilliseconds(500), MaxRetries = 0 },
        });

        Assert.Equal(1, summary.Failed);
    }

    [Fact]
    public async Task Understands_old_servers_that_close_after_each_answer()
    {
        await using TestServer server = new(path => path == "/robots.txt"
            ? [.. "HTTP/1.0 404 No\r\nServer: old\r\n\r\n"u8]
            : [.. "HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n<a href=/a.html>a</a>"u8]);

        (CrawlSummary summary, ListSink sink) = await Crawl.OfAsync(server);

        Assert.Equal(["/robots.txt", "/", "/a.html"], sink.Paths);
        Assert.Equal(2, summary.Fetched);
        Assert.StartsWith("HTTP/1.0 200 OK\r\n", Encoding.ASCII.GetString(sink["/"].ResponseHead.Span), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuses_a_head_of_more_than_32_kibibytes()
    {
        await using TestServer server = new(path => path == "/"
            ? TestServer.Status(200, "X-Long: " + new string('x', 40 << 10)) : TestServer.Status(404));

        (CrawlSummary summary, _) = await Crawl.OfAsync(
            server, o => o with { Limits = o.Limits with { MaxRetries = 0 } });

        Assert.Equal(1, summary.Failed);
    }

    [Fact]
    public async Task Reads_no_picture_even_when_its_address_looks_like_a_page()
    {
        await using TestServer server = new(path => path == "/"
            ? TestServer.Response(200, new byte[5000], "Content-Type: image/png") : TestServer.Status(404));

        (_, ListSink sink) = await Crawl.OfAsync(server);

        Assert.Equal(0, sink["/"].Body.Length);
        Assert.Equal(BodyTruncation.Unwanted, sink["/"].Truncated);
    }

    [Fact]
    public async Task Survives_small_pages_that_explode_when_parsed()
    {
        string[] bombs =
        [
            string.Concat(Enumerable.Range(0, 2000).Select(i => $"<font size={i}><p>")),
            string.Concat(Enumerable.Repeat("<div>", 100_000)),
            string.Concat(Enumerable.Repeat("<", 300_000)),
            string.Concat(Enumerable.Repeat("<svg><table>", 3_000)),
            "<a " + string.Concat(Enumerable.Range(0, 50_000).Select(i => $"a{i}=1 ")) + ">",
            "<!--" + new string('-', 500_000),
            "<plaintext>" + new string('<', 100_000),
            new string('\0', 200_000),
            "<a href='" + new string('x', 500_000) + "'>",
        ];
        string page = string.Concat(bombs.Select((_, i) => $"<a href=/{i}.html>{i}</a>"));
        await using TestServer server = new(path => path == "/" ? TestServer.Html(page)
            : path == "/robots.txt" ? TestServer.Status(404)
            : TestServer.Html(bombs[path[1] - '0']));

        (CrawlSummary summary, _) = await Crawl.OfAsync(server, o => o with
        {
            Limits = o.Limits with { ParseTimeout = TimeSpan.FromSeconds(1) },
        });

        Assert.Equal(bombs.Length + 1, summary.Fetched);
    }

    private static byte[] Gzip(byte[] content)
    {
        using MemoryStream target = new();
        using (GZipStream gzip = new(target, CompressionLevel.Optimal))
        {
            gzip.Write(content);
        }

        return target.ToArray();
    }
}
