using System.Text.Json;
using SearchEngine.EndToEnd.Tests.Browser;
using SearchEngine.EndToEnd.Tests.Processes;

namespace SearchEngine.EndToEnd.Tests;

/// <summary>The whole way over the five real reports' sites, where that material is at hand.</summary>
public sealed class SharedSitesTests
{
    [Fact]
    public async Task The_five_real_reports_are_crawled_searched_and_read()
    {
        string? folder = SharedFolder();
        if (folder is null && Environment.GetEnvironmentVariable("CI") == "true")
            Assert.Fail("../shared is missing");
        Assert.SkipWhen(folder is null, "the five real sites are not part of the project");
        using var store = new TemporaryStore();
        await using (CountingSites sites = await CountingSites.StartAsync(Directory.EnumerateDirectories(folder!).Order()))
        {
            Outcome crawl = await Product.RunAsync(sites.Crawl(store.Folder));
            Assert.True(crawl.ExitCode == 0, crawl.Errors);
            Assert.DoesNotContain(sites.Requests, request => request.Contains("/admin/", StringComparison.Ordinal));
        }

        JsonElement found = await Product.JsonAsync("search", "府院联动", "--store", store.Folder);
        Assert.Equal((3, 7, 1), (found.GetProperty("reports").GetInt32(), found.GetProperty("occurrences").GetInt32(), found.GetProperty("elliptical").GetInt32()));

        await using Product web = Product.Start("serve", "--urls", "http://127.0.0.1:0", "--store", store.Folder);
        string address = await web.AddressAsync();
        await using Chromium chromium = await Chromium.StartAsync();
        WatchedPage watched = await chromium.OpenAsync();
        await watched.Page.GotoAsync($"{address}/search?q=府院联动&region=370000&year=2024..2024");
        Assert.Equal("1", await watched.Page.Locator("h1.tally b").First.InnerTextAsync());
        await watched.Page.Locator("#results h2 a, #results h3 a").First.ClickAsync();
        Assert.Equal(4, await watched.Page.Locator("#text mark").CountAsync());
        Assert.Empty(watched.Complaints);
    }

    private static string? SharedFolder()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string sites = Path.Combine(folder.FullName, "..", "shared", "sites");
            if (File.Exists(Path.Combine(folder.FullName, "SearchEngine.sln")))
                return Directory.Exists(sites) ? Path.GetFullPath(sites) : null;
        }

        return null;
    }
}
