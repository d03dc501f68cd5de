using SearchEngine.EndToEnd.Tests.Processes;
using SearchEngine.TestKit;

namespace SearchEngine.EndToEnd.Tests;

/// <summary>
/// A crawl of twenty faulty hosts killed again and again at random requests, until it has ended; then another one. AMOUNT_H4
/// says how many kills, 15 otherwise, AMOUNT_H4PAGES how many pages each host has, 8 otherwise.
/// </summary>
public sealed class CrawlKillCampaignTests
{
    private const int Hosts = 20;
    private const int HostsAtOnce = 8;
    private const int SigKill = 137;
    private const double DelaySeconds = 0.05;

    [Fact]
    public async Task A_crawl_killed_again_and_again_has_every_page_and_repeats_only_what_was_in_flight()
    {
        int kills = Amount.Of("H4", 20);
        int pages = Amount.Of("H4PAGES", 8);
        RandomSeed seed = RandomSeed.Next();
        Random random = seed.Create();
        int done = 0, crawls = 0, requests = 0, repeated = 0;
        while (done < kills)
        {
            await using FaultyWeb web = await FaultyWeb.StartAsync(Hosts, pages);
            using var store = new TemporaryStore();
            int here = 0;
            bool ended = false;
            while (!ended && done < kills)
            {
                ended = !await KilledAsync(web, store, web.Count + random.Next(1, 1 + (Hosts * pages / 8)), seed);
                here += ended ? 0 : 1;
                done += ended ? 0 : 1;
                web.Release();
            }

            // A crawl that has ended would begin anew.
            if (!ended)
            {
                Outcome end = await Product.RunAsync(Command(web, store));
                Assert.True(end.ExitCode == 0, $"{end.Errors} {seed}");
            }

            repeated += Verify(web, here, seed);
            Assert.Equal(0, (await Product.RunAsync("index", "--store", store.Folder)).ExitCode);
            Outcome check = await Product.RunAsync("check", "--store", store.Folder);
            Assert.True(check.ExitCode == 0, $"{check.Errors} {seed}");
            crawls++;
            requests += web.Count;
        }

        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{done} kills in {crawls} crawls, {requests} requests, {repeated} fetches repeated after kills, 0 pages lost");
    }

    /// <returns>True when the crawl was killed, false when it had ended before.</returns>
    private static async Task<bool> KilledAsync(FaultyWeb web, TemporaryStore store, int request, RandomSeed seed)
    {
        await using Product crawl = Product.Start(Command(web, store));
        web.HoldFrom(request, crawl.Kill);
        Outcome outcome = await crawl.EndAsync();
        Assert.True(outcome.ExitCode is 0 or SigKill, $"{outcome.Errors} {seed}");
        return outcome.ExitCode != 0;
    }

    private static string[] Command(FaultyWeb web, TemporaryStore store) =>
    [
        "crawl", .. web.Authorities.Select(authority => $"http://{authority}/"),
        .. web.Authorities.SelectMany(authority => new[] { "--allow-host", authority }),
        "--delay", $"{DelaySeconds}", "--no-index", "--store", store.Folder,
    ];

    /// <returns>Fetches that kills made necessary twice.</returns>
    private static int Verify(FaultyWeb web, int kills, RandomSeed seed)
    {
        IReadOnlyList<WebRequest> requests = web.Requests;
        ILookup<string, WebRequest> byPage = requests.ToLookup(r => r.Authority + r.Path);
        Assert.All(web.Pages(), page => Assert.Contains(byPage[page], r => r.Answered > 0));
        Assert.DoesNotContain(requests, r => r.Path.StartsWith("/admin/", StringComparison.Ordinal));

        // A page is asked for again after trouble; beyond that at most once for each worker that a kill interrupted.
        // robots.txt is kept over restarts, so that the same bound holds for it.
        int repeated = byPage.Sum(page =>
            Math.Max(0, page.Count() - web.TimesNeeded(page.First().Authority, page.First().Path)));

        Assert.True(repeated <= kills * HostsAtOnce, $"{repeated} repeated over {kills} kills, {seed}");
        foreach (IGrouping<string, WebRequest> host in requests.GroupBy(r => r.Authority))
        {
            foreach ((WebRequest before, WebRequest after) in host.Zip(host.Skip(1)))
            {
                TimeSpan gap = TimeProvider.System.GetElapsedTime(before.At, after.At);
                Assert.True(gap.TotalSeconds >= DelaySeconds - 0.001, $"{host.Key} was asked again after {gap}, {seed}");
            }
        }

        return repeated;
    }
}
