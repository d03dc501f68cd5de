using System.Net;

namespace SearchEngine.Web.Tests;

public sealed class HeaderTests
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; "
        + "base-uri 'none'; object-src 'none'; frame-ancestors 'none'";

    [Fact]
    public async Task Every_answer_carries_the_protective_headers()
    {
        await using RunningSite site = await RunningSite.Start();

        foreach (string path in Pages.All)
        {
            foreach (HttpMethod method in (HttpMethod[])[HttpMethod.Get, HttpMethod.Head, HttpMethod.Post, HttpMethod.Delete])
            {
                using HttpRequestMessage request = new(method, path);
                using HttpResponseMessage response = await site.Client.SendAsync(request);
                AssertProtected($"{method} {path}", response, Policy);
            }
        }
    }

    [Fact]
    public async Task A_failing_search_answers_500_with_the_headers_and_without_its_secrets()
    {
        HandMadeSearch failing = new(_ => throw new InvalidOperationException("/secret/path in the store"));
        await using RunningSite site = await RunningSite.Start(failing);

        foreach (string path in (string[])["/", "/search?q=x", "/api/search?q=x"])
        {
            using HttpResponseMessage response = await site.Response(path);
            string text = await response.Content.ReadAsStringAsync();
            Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
            AssertProtected(path, response, Policy);
            Assert.DoesNotContain("secret", text, StringComparison.Ordinal);
            Assert.DoesNotContain("Exception", text, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_archived_original_is_downloaded_sandboxed_and_never_sniffed()
    {
        await using RunningSite site = await RunningSite.Start();

        using HttpResponseMessage response = await site.Response("/r/a1/captures/1/file");

        Assert.Equal(HandMadeCaptures.Source, await response.Content.ReadAsStringAsync());
        AssertProtected("file", response, "default-src 'none'; sandbox");
        Assert.Equal("application/octet-stream", response.Content.Headers.ContentType!.ToString());
        Assert.Equal("attachment", response.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("capture-00aa11bb22cc33dd-1.html", response.Content.Headers.ContentDisposition.FileName);
    }

    [Fact]
    public async Task Assets_are_kept_by_their_content_and_pages_are_asked_for_again()
    {
        await using RunningSite site = await RunningSite.Start();

        using HttpResponseMessage asset = await site.Response("/assets/site.css");
        using HttpResponseMessage page = await site.Response("/");

        Assert.Contains(asset.Headers.CacheControl!.Extensions, word => word.Name == "immutable");
        Assert.True(page.Headers.CacheControl!.Private);
        Assert.True(page.Headers.CacheControl.NoCache);
        Assert.Contains("Cookie", page.Headers.Vary);
    }

    private static void AssertProtected(string what, HttpResponseMessage response, string policy)
    {
        string Header(string name) =>
            response.Headers.TryGetValues(name, out IEnumerable<string>? values)
                ? string.Join("|", values)
                : $"{what}: no {name}";

        Assert.Equal(policy, Header("Content-Security-Policy"));
        Assert.Equal("nosniff", Header("X-Content-Type-Options"));
        Assert.Equal("same-origin", Header("Referrer-Policy"));
        Assert.Equal("same-origin", Header("Cross-Origin-Opener-Policy"));
        Assert.Equal("same-origin", Header("Cross-Origin-Resource-Policy"));
        Assert.False(response.Headers.Contains("Server"), what);
        Assert.False(response.Headers.Contains("Access-Control-Allow-Origin"), what);
        Assert.False(response.Headers.Contains("Set-Cookie"), what);
    }
}
