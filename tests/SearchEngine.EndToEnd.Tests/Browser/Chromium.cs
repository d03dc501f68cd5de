using Microsoft.Playwright;

namespace SearchEngine.EndToEnd.Tests.Browser;

/// <summary>Debian's Chromium, driven by Playwright.</summary>
internal sealed class Chromium : IAsyncDisposable
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private Chromium(IPlaywright playwright, IBrowser browser)
    {
        _playwright = playwright;
        _browser = browser;
    }

    public static async Task<Chromium> StartAsync()
    {
        string? program = Places.FirstOrDefault(File.Exists);
        Assert.True(program is not null, "Chromium is not installed: apt-get install chromium");
        IPlaywright playwright = await Playwright.CreateAsync();
        IBrowser browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = program,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync",
            ],
        });
        return new Chromium(playwright, browser);
    }

    /// <summary>A page in a context of its own.</summary>
    /// <param name="width">Of the view, CSS pixels.</param>
    /// <param name="scripts">Whether scripts run.</param>
    /// <param name="scheme">Light or dark.</param>
    public async Task<WatchedPage> OpenAsync(int width = 1280, bool scripts = true, ColorScheme scheme = ColorScheme.Light)
    {
        IBrowserContext context = await _browser.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
            JavaScriptEnabled = scripts,
            ColorScheme = scheme,
            Locale = "zh-CN",
        });
        return new WatchedPage(await context.NewPageAsync());
    }

    /// <summary>A context of its own, with the pages' security policy or without it.</summary>
    public Task<IBrowserContext> ContextAsync(bool withoutPolicy) =>
        _browser.NewContextAsync(new BrowserNewContextOptions { BypassCSP = withoutPolicy, Locale = "zh-CN" });

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
