using System.Text.Json;
using SearchEngine.EndToEnd.Tests.Processes;
using SearchEngine.Samples;

namespace SearchEngine.EndToEnd.Tests;

/// <summary>What a program that watches a crawl reads: a line of JSON for each address on standard error.</summary>
public sealed class CrawlLogTests
{
    [Fact]
    public async Task Every_address_has_its_line_and_the_lines_add_up_to_the_summary()
    {
        await using CountingSites sites = await CountingSites.StartAsync(SampleSites.All.Take(2).Select(site => site.Folder));
        using var store = new TemporaryStore();

        Outcome crawl = await Product.RunAsync([.. sites.Crawl(store.Folder), "--json"]);

        Assert.Equal(0, crawl.ExitCode);
        JsonElement summary = JsonSerializer.Deserialize<JsonElement>(crawl.Output);
        JsonElement[] lines =
        [
            .. crawl.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Where(line => line.StartsWith('{')).Select(line => JsonSerializer.Deserialize<JsonElement>(line)),
        ];
        string[] asked = [.. sites.Requests.Where(r => !r.EndsWith("/robots.txt", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
        Assert.Equal(asked.Length, lines.Length);
        Assert.Equal(
            asked.Distinct(),
            lines.Select(line => new Uri(line.GetProperty("url").GetString()!)).Select(url => url.Port + url.AbsolutePath)
                .Distinct().Order(StringComparer.Ordinal));
        Assert.All(lines, line => Assert.True(line.GetProperty("time").TryGetDateTimeOffset(out _)));
        // Hosts are crawled side by side, so that two lines may change places.
        Assert.Equal(summary.GetProperty("crawl").GetProperty("fetched").GetInt32(), lines.Max(line => line.GetProperty("fetched").GetInt32()));
        Assert.Contains(lines, line => line.GetProperty("queued").GetInt32() == 0);
        Assert.DoesNotContain(lines, line => line.GetProperty("status").GetInt32() is < 200 or > 499);
    }
}
