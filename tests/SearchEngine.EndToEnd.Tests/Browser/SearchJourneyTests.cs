using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SearchEngine.EndToEnd.Tests.Processes;

namespace SearchEngine.EndToEnd.Tests.Browser;

/// <summary>A researcher's way through the pages, in a real browser over the crawled samples.</summary>
public sealed partial class SearchJourneyTests(ServedSamples samples) : IClassFixture<ServedSamples>
{
    private const string FirstHit = "#results h2 a, #results h3 a";

    [Theory]
    [InlineData(true, 1280)]
    [InlineData(false, 1280)]
    [InlineData(false, 390)]
    public async Task A_phrase_is_found_narrowed_by_region_and_year_and_read_with_its_hits(bool scripts, int width)
    {
        WatchedPage watched = await samples.Chromium.OpenAsync(width, scripts);
        IPage page = watched.Page;
        await page.GotoAsync(samples.Address);
        await page.Locator("input[name=q]").FillAsync("府院联动");
        await page.Locator("input[name=q]").PressAsync("Enter");

        int all = await CountAsync(page);
        await ChooseAsync(page, width, "region=370000");
        int inShandong = await CountAsync(page);
        await ChooseAsync(page, width, "year=2024");
        int in2024 = await CountAsync(page);
        Assert.True(all > inShandong && inShandong > in2024 && in2024 > 0, $"{all} > {inShandong} > {in2024}");

        await page.Locator(FirstHit).First.ClickAsync();
        Assert.Contains("2024", await page.Locator("h1").InnerTextAsync(), StringComparison.Ordinal);
        ILocator marks = page.Locator("#text mark");
        Assert.True(await marks.CountAsync() > 0);
        Assert.Equal("府院联动", Ignored().Replace(await marks.First.InnerTextAsync(), ""));
        Assert.Matches(@"第 1 处，共 \d+ 处", await page.Locator(".hit-bar").InnerTextAsync());

        Assert.Empty(watched.Complaints);
        Assert.All(watched.Requests, request => Assert.StartsWith(samples.Address, request, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/search?q=府院联动")]
    [InlineData("/search?q=“府院联动")]
    [InlineData("/search?q=不存在的词语组合")]
    [InlineData("/search")]
    [InlineData("/help/syntax")]
    [InlineData("/r/000000000000")]
    public async Task No_page_breaks_its_policy_or_overflows_at_any_width_in_light_or_dark(string path)
    {
        foreach (int width in new[] { 1280, 390, 320 })
        {
            foreach (ColorScheme scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
            {
                WatchedPage watched = await samples.Chromium.OpenAsync(width, scripts: true, scheme);
                await watched.Page.GotoAsync(samples.Address + path);

                Assert.False(await watched.OverflowsAsync(), $"{path} at {width}");
                Assert.DoesNotContain(watched.Complaints, complaint => complaint.Contains("Content Security Policy", StringComparison.Ordinal));
                Assert.Equal(1, await watched.Page.Locator("h1").CountAsync());
            }
        }
    }

    [Fact]
    public async Task The_report_page_shows_exactly_what_was_indexed()
    {
        WatchedPage watched = await samples.Chromium.OpenAsync();
        await watched.Page.GotoAsync($"{samples.Address}/search?q=府院联动");
        string href = (await watched.Page.Locator(FirstHit).First.GetAttributeAsync("href"))!;
        string id = href.Split('?', '#')[0].Split('/')[^1];
        await watched.Page.GotoAsync($"{samples.Address}/r/{id}");

        string shown = Blank().Replace((await watched.Page.Locator("#text").TextContentAsync())!, "");
        JsonElement report = await Product.JsonAsync("report", id, "--store", samples.Store);
        foreach (JsonElement paragraph in report.GetProperty("blocks").EnumerateArray().SelectMany(block => block.GetProperty("paragraphs").EnumerateArray()))
            Assert.Contains(Blank().Replace(paragraph.GetString()!, ""), shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_archived_original_is_shown_as_text_and_never_rendered()
    {
        WatchedPage watched = await samples.Chromium.OpenAsync();
        await watched.Page.GotoAsync($"{samples.Address}/search?q=府院联动");
        await watched.Page.Locator(FirstHit).First.ClickAsync();
        await watched.Page.Locator(".captures a").First.ClickAsync();

        string source = string.Join('\n', await watched.Page.Locator("pre").AllTextContentsAsync());
        Assert.Contains("HTTP/1.1 200", source, StringComparison.Ordinal);
        Assert.Contains("<html", source, StringComparison.OrdinalIgnoreCase);
        Assert.All(watched.Requests, request => Assert.StartsWith(samples.Address, request, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_api_gives_the_document_of_the_command_line()
    {
        using var http = new HttpClient();
        string api = await http.GetStringAsync(
            new Uri($"{samples.Address}/api/search?q=府院联动&year=2024..2024"), TestContext.Current.CancellationToken);
        Outcome cli = await Product.RunAsync("search", "府院联动", "--year", "2024..2024", "--json", "--store", samples.Store);

        Assert.Equal(Took().Replace(cli.Output.Trim(), ""), Took().Replace(api.Trim(), ""));
    }

    [Fact]
    public async Task The_process_that_serves_opens_no_outbound_connection()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "reads /proc");
        WatchedPage watched = await samples.Chromium.OpenAsync();
        await watched.Page.GotoAsync($"{samples.Address}/search?q=府院联动");

        HashSet<string> sockets = [.. Directory.EnumerateFiles($"/proc/{samples.WebProcess}/fd")
            .Select(fd => new FileInfo(fd).LinkTarget ?? "").Where(target => target.StartsWith("socket:[", StringComparison.Ordinal))
            .Select(target => target["socket:[".Length..^1])];
        int port = new Uri(samples.Address).Port;
        string[] others = [.. new[] { "tcp", "tcp6", "udp", "udp6" }
            .SelectMany(table => File.ReadLines($"/proc/{samples.WebProcess}/net/{table}").Skip(1))
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(cells => sockets.Contains(cells[9]) && Convert.ToInt32(cells[1].Split(':')[1], 16) != port)
            .Select(cells => $"{cells[1]} → {cells[2]}")];

        Assert.NotEmpty(sockets);
        Assert.Empty(others);
    }

    private static async Task<int> CountAsync(IPage page) =>
        int.Parse(await page.Locator("h1.tally b").First.InnerTextAsync(), CultureInfo.InvariantCulture);

    // On a narrow page the facets stand behind a link.
    private static async Task ChooseAsync(IPage page, int width, string parameter)
    {
        if (width < 896)
            await page.Locator("a[href='#facets']").First.ClickAsync();
        await page.Locator($"#facets a[href*='{parameter}']").First.ClickAsync();
    }

    [GeneratedRegex(@"[“”‘’""'\s•·]", RegexOptions.None, 1000)]
    private static partial Regex Ignored();

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Blank();

    [GeneratedRegex(@"""tookMs"":\s*[\d.eE+-]+", RegexOptions.None, 1000)]
    private static partial Regex Took();
}
