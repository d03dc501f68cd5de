using Microsoft.Playwright;
using SearchEngine.TestKit;

namespace SearchEngine.EndToEnd.Tests.Hostile;

/// <summary>
/// Indexed attacks in a real browser: nothing runs on any page, also where the browser is told to forget the policy, so that the
/// encoding alone has to hold; and the policy is not even touched.
/// </summary>
public sealed class ScriptTests(HostileStore store) : IClassFixture<HostileStore>
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task No_carrier_runs_on_any_page(bool withoutPolicy)
    {
        int amount = Amount.Of("Q6", 3);
        IBrowserContext context = await store.Chromium.ContextAsync(withoutPolicy);
        List<string> finds = [];
        await context.AddInitScriptAsync("window.alert = window.confirm = window.prompt = () => { window.__ran = true; };");
        IPage page = await context.NewPageAsync();
        page.Dialog += (_, dialog) => finds.Add($"dialog {dialog.Message} at {page.Url}");
        page.Console += (_, message) =>
        {
            if (message.Text.Contains("Content Security Policy", StringComparison.Ordinal))
                finds.Add($"{message.Text} at {page.Url}");
        };
        // Spread over the list, so that a small amount has something of every kind.
        int step = Math.Max(1, Carriers.All.Count / amount);
        int views = 0;
        for (int number = 0; number < Carriers.All.Count; number += step)
        {
            foreach (string path in Views(store.Ids[number], Uri.EscapeDataString(Carriers.All[number])))
            {
                await page.GotoAsync(store.Address + path);
                views++;
                if (await page.EvaluateAsync<bool>("window.__ran === true || document.querySelector('[onerror], [onload], [ontoggle], [onfocus], iframe, base, main script, main style') !== null"))
                    finds.Add($"{path} with {Carriers.All[number]}");
            }
        }

        await context.CloseAsync();
        Assert.True(views >= 12 * Math.Min(amount, Carriers.All.Count), $"{views} views");
        Assert.True(finds.Count == 0, string.Join('\n', finds));
    }

    private static string[] Views(string id, string text) =>
    [
        "/", $"/search?q={text}", "/search?q=府院联动", $"/search?q=府院联动&topic={text}&site={text}", $"/search?q={text}&mode=related", "/search",
        $"/r/{id}", $"/r/{id}?q={text}", $"/r/{id}/evidence", $"/r/{id}/captures", $"/r/{id}/captures/1", $"/api/search?q={text}", $"/api/reports/{id}",
        $"/nowhere/{text}",
    ];
}
