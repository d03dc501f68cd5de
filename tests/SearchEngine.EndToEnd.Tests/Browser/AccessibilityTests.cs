using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using SearchEngine.EndToEnd.Tests.Processes;
using SearchEngine.TestKit;

namespace SearchEngine.EndToEnd.Tests.Browser;

/// <summary>Every kind of page by the rules of axe-core: WCAG 2.2 AA and its best practices; and the size of what is clicked.</summary>
public sealed class AccessibilityTests(ServedSamples samples) : IClassFixture<ServedSamples>
{
    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new RunOnlyOptions
        {
            Type = "tag",
            Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
        },
    };

    /// <summary>Every page wide and light or narrow and dark, one after the other; AMOUNT_O6=2 looks at each in both.</summary>
    [Fact]
    public async Task No_page_breaks_a_rule()
    {
        List<string> problems = [];
        string[] paths = await Paths();
        for (int look = 0; look < Amount.Of("O6", 1) * paths.Length; look++)
        {
            string path = paths[look % paths.Length];
            bool isWide = (look + (look / paths.Length)) % 2 == 0;
            WatchedPage watched = await samples.Chromium.OpenAsync(
                isWide ? 1440 : 390, scripts: true, isWide ? ColorScheme.Light : ColorScheme.Dark);
            await watched.Page.GotoAsync(samples.Address + path);
            AxeResult result = await watched.Page.RunAxe(Rules);
            problems.AddRange(result.Violations.Select(rule => $"{path} {rule.Id}: {rule.Nodes[0].Html}"));
            await watched.Page.Context.CloseAsync();
        }

        Assert.True(problems.Count == 0, string.Join('\n', problems));
    }

    [Fact]
    public async Task What_is_clicked_is_24_pixels_high_also_on_a_narrow_screen()
    {
        List<string> problems = [];
        foreach (string path in await Paths())
        {
            WatchedPage watched = await samples.Chromium.OpenAsync(320);
            await watched.Page.GotoAsync(samples.Address + path);
            // Ticks on the strip of hits repeat what the links beside it do; WCAG 2.5.8 lets such be small.
            string[] small = await watched.Page.EvaluateAsync<string[]>(
                """
                [...document.querySelectorAll('a, button, summary, input:not([type=hidden])')]
                    .filter(e => e.checkVisibility() && !e.closest('svg') && !e.closest('.text'))
                    .filter(e => { const r = e.getBoundingClientRect(); return r.width > 1 && r.height > 1 && r.height < 23.5 && e.getClientRects().length === 1; })
                    .map(e => `${e.tagName}.${e.className} ${e.textContent} ${e.getBoundingClientRect().height}`)
                """);
            problems.AddRange(small.Select(what => $"{path}: {what}"));
            Assert.False(await watched.OverflowsAsync(), path);
            await watched.Page.Context.CloseAsync();
        }

        Assert.True(problems.Count == 0, string.Join('\n', problems));
    }

    private async Task<string[]> Paths()
    {
        string id = (await Product.JsonAsync("search", "府院联动", "--store", samples.Store)).GetProperty("hits")[0].GetProperty("id").GetString()!;
        return
        [
            "/", "/search?q=府院联动", "/search?q=府院联动&region=370000&year=2024..2024", "/search?q=府院联动#facets", "/search?q=府院联动&year=2013..2014",
            "/search?q=(府院联动", "/search?q=如何减少行政机关败诉&mode=related", $"/r/{id}?q=府院联动", $"/r/{id}/evidence", $"/r/{id}/captures",
            $"/r/{id}/captures/1", "/r/000000000000", "/help/syntax", "/help/api",
        ];
    }
}
