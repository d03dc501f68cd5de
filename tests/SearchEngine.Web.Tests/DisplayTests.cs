using System.Net;

namespace SearchEngine.Web.Tests;

public sealed class DisplayTests
{
    [Theory]
    [InlineData("", "theme=dark", "dark.regular")]
    [InlineData("dark.regular", "size=large", "dark.large")]
    [InlineData("dark.large", "theme=auto", "auto.large")]
    [InlineData("<script>.x", "theme=\"><script>", "auto.regular")]
    public async Task A_choice_changes_its_own_half_of_the_cookie(string before, string form, string after)
    {
        await using RunningSite site = await RunningSite.Start();

        using HttpResponseMessage response = await Choose(site, before, form + "&back=/search?q=a");

        string cookie = Assert.Single(response.Headers.GetValues("Set-Cookie"));
        Assert.StartsWith($"display={after};", cookie, StringComparison.Ordinal);
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("/search?q=a", response.Headers.Location!.OriginalString);
    }

    [Theory]
    [InlineData("https://x.example/")]
    [InlineData("//x.example/")]
    [InlineData("/\\x.example/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/a\r\nSet-Cookie: x=1")]
    [InlineData("")]
    public async Task The_way_back_stays_on_this_site(string back)
    {
        await using RunningSite site = await RunningSite.Start();

        using HttpResponseMessage response = await Choose(site, "", "theme=dark&back=" + Uri.EscapeDataString(back));

        Assert.Equal(HttpStatusCode.Found, response.StatusCode);
        Assert.Equal("/", response.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task The_cookie_dresses_the_page()
    {
        await using RunningSite site = await RunningSite.Start();
        using HttpRequestMessage request = new(HttpMethod.Get, "/help/syntax");
        request.Headers.Add("Cookie", "display=dark.large");

        using HttpResponseMessage response = await site.Client.SendAsync(request);

        Assert.Contains("data-theme=\"dark\" data-size=\"large\"", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> Choose(RunningSite site, string cookie, string form)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, "/display");
        request.Content = new StringContent(form.Replace(
            "\"", "%22", StringComparison.Ordinal), System.Text.Encoding.UTF8, "application/x-www-form-urlencoded");
        if (cookie.Length > 0)
            request.Headers.TryAddWithoutValidation("Cookie", "display=" + cookie);
        return await site.Client.SendAsync(request);
    }
}
