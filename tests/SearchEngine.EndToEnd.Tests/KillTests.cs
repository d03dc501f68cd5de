using System.Text.Json;
using SearchEngine.EndToEnd.Tests.Processes;
using SearchEngine.Samples;

namespace SearchEngine.EndToEnd.Tests;

/// <summary>kill -9, then the same command again: everything is there, nothing twice.</summary>
public sealed class KillTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(9)]
    [InlineData(17)]
    [InlineData(31)]
    [InlineData(44)]
    public async Task A_crawl_killed_at_a_request_is_completed_by_the_same_command(int request)
    {
        await using CountingSites sites = await CountingSites.StartAsync(SampleSites.All.Select(site => site.Folder));
        using var store = new TemporaryStore();
        await using (Product crawl = Product.Start(sites.Crawl(store.Folder)))
        {
            sites.HoldFrom(request, crawl.Kill);
            Outcome killed = await crawl.EndAsync();
            Assert.NotEqual(0, killed.ExitCode);
        }

        sites.Release();
        int before = sites.Requests.Count;
        Outcome again = await Product.RunAsync(sites.Crawl(store.Folder));

        Assert.True(again.ExitCode == 0, again.Errors);
        Assert.Equal(await Expected.ReportsAsync(), await Held.ReportsAsync(store));
        Assert.Equal(0, (await Product.RunAsync("check", "--store", store.Folder)).ExitCode);
        int[] times = [.. sites.Requests.Where(r => !r.EndsWith("/robots.txt", StringComparison.Ordinal)).GroupBy(r => r).Select(g => g.Count())];
        Assert.True(times.Max() <= 2 && times.Count(n => n == 2) <= SampleSites.All.Count, "more than the fetches in flight were repeated");
        Assert.InRange(before, request, request + SampleSites.All.Count - 1);
    }

    [Theory]
    [InlineData("catalogue.db-wal")]
    [InlineData("index")]
    public async Task An_import_killed_while_it_writes_is_completed_by_the_same_command(string watched)
    {
        using var store = new TemporaryStore();
        using var watcher = new FileSystemWatcher(store.Folder) { IncludeSubdirectories = true };
        string input = Expected.Folder();
        await using (Product import = Product.Start("import", input, "--store", store.Folder))
        {
            watcher.Created += (_, file) => KillAt(file.FullPath, import);
            watcher.Changed += (_, file) => KillAt(file.FullPath, import);
            watcher.EnableRaisingEvents = true;
            await import.EndAsync();
            watcher.EnableRaisingEvents = false;
        }

        Outcome again = await Product.RunAsync("import", input, "--store", store.Folder);

        Assert.True(again.ExitCode == 0, again.Errors);
        Assert.Equal(0, (await Product.RunAsync("check", "--store", store.Folder)).ExitCode);
        JsonElement all = await Product.JsonAsync("search", "--limit", "1000", "--store", store.Folder);
        string[] titles = [.. all.GetProperty("hits").EnumerateArray().Select(hit => hit.GetProperty("id").GetString()!)];
        Assert.Equal(titles.Distinct().Count(), titles.Length);
        using var untouched = new TemporaryStore();
        Assert.Equal(0, (await Product.RunAsync("import", input, "--store", untouched.Folder)).ExitCode);
        Assert.Equal(await Held.ReportsAsync(untouched), await Held.ReportsAsync(store));

        void KillAt(string path, Product import)
        {
            if (Path.GetRelativePath(store.Folder, path).StartsWith(watched, StringComparison.Ordinal))
                import.Kill();
        }
    }
}
