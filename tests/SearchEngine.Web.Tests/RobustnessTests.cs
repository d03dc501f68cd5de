using System.Net;
using System.Net.Sockets;
using System.Text;
using SearchEngine.Search.Answers;
using SearchEngine.TestKit;
using SearchEngine.Web.Features.Results;

namespace SearchEngine.Web.Tests;

public sealed class RobustnessTests
{
    private static readonly HashSet<int> Allowed = [200, 302, 304, 400, 404, 405, 413, 414, 415, 429, 431];

    [Fact]
    public async Task Routes_that_do_not_exist_and_values_that_cannot_be_are_answered_in_one_sentence()
    {
        await using RunningSite site = await RunningSite.Start();

        foreach ((string path, int status) in Pages.Errors)
        {
            (int answered, string text) = await site.Get(path);
            Assert.True(answered == status, $"{path}: {answered}");
            if (!path.StartsWith("/api", StringComparison.Ordinal))
                Assert.Contains("<p class=\"lede\">", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Garbage_in_methods_paths_and_parameters_is_answered_within_the_allowed_statuses()
    {
        await using RunningSite site = await RunningSite.Start();
        int amount = Amount.Of("Q2", 3000);
        RandomSeed seed = RandomSeed.Next();
        Random random = seed.Create();
        string[] paths = [.. Pages.All.Select(path => path.Split('?')[0]), "/display", "/r/", "//", "/%2e%2e/%2e%2e/etc/passwd", "/r/..%2f..%5cx", "/assets/../site.css"];
        string[] names = [.. SearchParameters.Described.Select(entry => entry.Name), "hit", "page", "yearFrom", "yearTo", "", "q[]", "__proto__"];
        string[] values =
        [
            "", "1", "-1", "0", "99999999999999999999", "NaN", "%00", "%ff%fe", "%ED%A0%80", "%25%32%35", "2020..2024", "..", "a:b", "region:", ":x",
            "缺失", "成效", "'; DROP TABLE reports;--", "{}", "[1]", new string(
                'x', 900), "%E5%BA%9C", "true", "related", "../../etc/passwd", "\u202e",
        ];
        string[] methods = ["GET", "GET", "GET", "GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND", "X"];
        for (int round = 0; round < amount; round++)
        {
            string query = string.Join(
                '&', Enumerable.Range(0, random.Next(6)).Select(_ => $"{Pick(names)}={Pick(values)}"));
            string address = Pick(paths) + (query.Length > 0 ? "?" + query : "");
            using HttpRequestMessage request = new(
                new HttpMethod(Pick(methods)), new Uri(site.Client.BaseAddress + address.TrimStart('/')));
            if (random.Next(8) == 0)
                request.Headers.TryAddWithoutValidation("Cookie", $"display={Uri.EscapeDataString(Pick(values))}");
            if (request.Method == HttpMethod.Post && random.Next(2) == 0)
                request.Content = new StringContent(
                    query, Encoding.UTF8, random.Next(2) == 0 ? "application/x-www-form-urlencoded" : "text/plain");

            using HttpResponseMessage response = await site.Client.SendAsync(request);

            string text = await response.Content.ReadAsStringAsync();
            Assert.True(Allowed.Contains((int)response.StatusCode), $"{seed.Replay}, round {round}: {request} {(int)response.StatusCode}");
            Assert.DoesNotContain("Exception", text, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", text, StringComparison.Ordinal);
        }

        string Pick(string[] from) => from[random.Next(from.Length)];
    }

    [Fact]
    public async Task Other_methods_are_told_which_are_taken()
    {
        await using RunningSite site = await RunningSite.Start();

        using HttpResponseMessage post = await site.Client.PostAsync(
            new Uri("/search", UriKind.Relative), new StringContent("q=x"));
        using HttpResponseMessage get = await site.Response("/display");

        Assert.Equal((HttpStatusCode.MethodNotAllowed, "GET, HEAD"), (
            post.StatusCode, string.Join(", ", post.Content.Headers.Allow)));
        Assert.Equal(
            (HttpStatusCode.MethodNotAllowed, "POST"), (get.StatusCode, string.Join(", ", get.Content.Headers.Allow)));
    }

    [Fact]
    public async Task Long_lines_many_headers_and_large_bodies_are_refused()
    {
        await using RunningSite site = await RunningSite.Start();

        Assert.StartsWith("HTTP/1.1 414", await Raw(
            site, $"GET /search?q={new string('a', 5000)} HTTP/1.1\r\nHost: x\r\n\r\n"), StringComparison.Ordinal);
        string headers = string.Concat(Enumerable.Range(0, 60).Select(header => $"X-{header}: 1\r\n"));
        Assert.StartsWith(
            "HTTP/1.1 431", await Raw(site, $"GET / HTTP/1.1\r\nHost: x\r\n{headers}\r\n"), StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 400", await Raw(
            site, "GET / HTTP/1.1\r\nHost: x\r\nBad Header: 1\r\n\r\n"), StringComparison.Ordinal);
        Assert.StartsWith(
            "HTTP/1.1 413",
            await Raw(site, "POST /display HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 20000\r\n\r\n"),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_address_is_slowed_down_and_told_when_to_come_back()
    {
        await using RunningSite site = await RunningSite.Start(change: options => options with { RequestBurst = 3, RequestsPerSecond = 1 });

        List<int> statuses = [];
        for (int i = 0; i < 8; i++)
        {
            using HttpResponseMessage response = await site.Response("/healthz");
            statuses.Add((int)response.StatusCode);
            if (response.StatusCode == HttpStatusCode.TooManyRequests)
                Assert.NotNull(response.Headers.RetryAfter);
        }

        Assert.Equal([200, 200, 200], statuses.Take(3));
        Assert.Contains(429, statuses);
        Assert.Equal(200, (await site.Get("/assets/site.css")).Status);
    }

    [Fact]
    public async Task Searches_beyond_the_queue_are_told_to_come_back()
    {
        using SemaphoreSlim started = new(0);
        using ManualResetEventSlim open = new();
        HandMadeSearch slow = new(_ =>
        {
            started.Release();
            open.Wait();
            return HandMadeAnswers.Nothing with { Reports = 1 };
        });
        await using RunningSite site = await RunningSite.Start(
            slow, change: options => options with { ConcurrentSearches = 1, WaitingSearches = 1 });

        Task<(int Status, string Text)> running = site.Get("/api/search?q=a");
        await started.WaitAsync();
        Task<(int Status, string Text)>[] others = [.. Enumerable.Range(0, 4).Select(_ => site.Get("/api/search?q=a"))];
        (int Status, string Text) refused = await await Task.WhenAny(others);
        open.Set();
        int[] statuses = [.. (await Task.WhenAll(others)).Select(answer => answer.Status)];

        Assert.Equal(503, refused.Status);
        Assert.Equal(200, (await running).Status);
        Assert.Equal([200, 503, 503, 503], statuses.Order());
    }

    [Fact]
    public async Task An_empty_store_says_which_command_fills_it()
    {
        await using RunningSite site = await RunningSite.Start(reports: new HandMadeReports());

        string html = await site.Page("/");

        Assert.Contains("库里还没有报告", html, StringComparison.Ordinal);
        Assert.Contains("<code>searchengine demo</code>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_without_anything_is_a_page_all_the_same()
    {
        SearchAnswer bare = new()
        {
            Query = "",
            Understood = "",
            Of = new Denominator(0, 0),
            Facets = new SearchFacets(),
        };
        await using RunningSite site = await RunningSite.Start(new HandMadeSearch(_ => bare));

        await site.Page("/");
        await site.Page("/search");
        await site.Page("/search?mode=related&q=a");
    }

    private static async Task<string> Raw(RunningSite site, string request)
    {
        using TcpClient tcp = new();
        await tcp.ConnectAsync(IPAddress.Loopback, site.Client.BaseAddress!.Port);
        await using NetworkStream stream = tcp.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request));
        byte[] buffer = new byte[4096];
        int read = await stream.ReadAsync(buffer);
        return Encoding.ASCII.GetString(buffer, 0, read);
    }
}
