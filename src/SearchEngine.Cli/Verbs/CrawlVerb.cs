using System.CommandLine;
using SearchEngine.Cli.Terminal;
using SearchEngine.Crawler;
using SearchEngine.Crawler.Scope;
using SearchEngine.Ingest;
using SearchEngine.Ingest.Stages;
using SearchEngine.Ingest.Store;

namespace SearchEngine.Cli.Verbs;

/// <summary>crawl: pages from the network, politely, into the store.</summary>
internal static class CrawlVerb
{
    private static readonly TimeSpan DefaultDelay = TimeSpan.FromSeconds(3);

    public static Command Create()
    {
        var seeds = new Argument<string[]>("网址") { Description = "起始页，http:// 或 https://", Arity = ArgumentArity.ZeroOrMore };
        var site = new Option<string?>("--site")
        {
            Description = "网站说明（JSON 文件）：start 起始页、follow 和 skip 网址的正则表达式、delaySeconds 间隔、allowHosts 主机",
            HelpName = "文件",
        };
        var allow = new Option<string[]>("--allow-host")
        {
            Description = "允许的其他主机（可重复）；*.gov.cn 总是允许，本机和内网地址要写明端口",
            HelpName = "主机[:端口]",
            AllowMultipleArgumentsPerToken = false,
        };
        var maxPages = new Option<int?>("--max-pages") { Description = "最多抓取的页数", HelpName = "N" };
        var delay = new Option<double?>("--delay")
        {
            Description = "同一主机两次请求之间的秒数，默认 3；小于 3 只对 --allow-host 点名的主机有效",
            HelpName = "秒",
        };
        var noIndex = new Option<bool>("--no-index") { Description = "只归档和清洗，暂不索引" };
        Option<string> store = CommonOptions.Store();
        Option<bool> json = CommonOptions.Json();
        var command = new Command("crawl", "按 robots.txt 和间隔礼貌地采集网页：先归档，再清洗、编目、索引")
        {
            seeds, site, allow, maxPages, delay, noIndex, store, json,
        };
        command.SetAction((parsed, cancellation) =>
        {
            SiteProfile? profile = parsed.GetValue(site) is { } file ? Profile(file) : null;
            CrawlOptions options = Options(
                parsed.GetValue(seeds) ?? [], profile, parsed.GetValue(allow) ?? [], parsed.GetValue(maxPages), parsed.GetValue(delay));
            IngestPipeline.EnsureCrawlable(options);
            return StageDisplay.RunAsync(async progress =>
            {
                StoreFolder folder = StoreFolder.Create(parsed.GetRequiredValue(store));
                using IngestPipeline pipeline = IngestPipeline.Open(folder, progress);
                IProgress<CrawlProgress> display =
                    parsed.GetValue(json) ? CrawlDisplay.Log(TimeProvider.System) : CrawlDisplay.On(progress);
                CrawlSummary crawl = await pipeline.CrawlAsync(options, display, cancellation).ConfigureAwait(false);
                CleanSummary clean = pipeline.Clean(cancellation);
                IndexSummary? index = parsed.GetValue(noIndex) ? null : pipeline.Index(cancellation);
                return () =>
                {
                    if (parsed.GetValue(json))
                        JsonOutput.Write(new { crawl, pages = clean.Kinds, indexed = index?.Held });
                    CrawlDisplay.Print(crawl);
                    Messages.Say($"{Summaries.Of(clean)}{Summaries.Of(index)}");
                    return CrawlDisplay.ExitCodeOf(crawl);
                };
            });
        });
        return command;
    }

    private static SiteProfile Profile(string file)
    {
        try
        {
            return SiteProfile.Parse(File.ReadAllBytes(file));
        }
        catch (FormatException error)
        {
            throw new WrongInputException($"--site 的“{file}”用不了：{error.Message}。");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new WrongInputException($"--site 的“{file}”读不出来（{error.Message}）。");
        }
    }

    private static CrawlOptions Options(string[] named, SiteProfile? profile, string[] allow, int? maxPages, double? delay)
    {
        string[] seeds = [.. named, .. profile?.Start ?? []];
        if (seeds.Length == 0)
            throw new WrongInputException("请给出起始网址，或用 --site 指明写有 start 的网站说明。");
        foreach (string seed in seeds)
        {
            if (!Uri.TryCreate(seed, UriKind.Absolute, out Uri? uri) || uri.Scheme is not ("http" or "https"))
                throw new WrongInputException($"“{seed}”不是完整的网址，应以 http:// 或 https:// 开头。");
        }

        if (maxPages is <= 0)
            throw new WrongInputException("--max-pages 应是正整数。");
        if (delay is < 0 or > 3600 or double.NaN)
            throw new WrongInputException("--delay 应是 0 到 3600 之间的秒数。");
        return new CrawlOptions
        {
            Seeds = seeds,
            FrontierPath = "",
            AllowHosts = [.. allow, .. profile?.AllowHosts ?? []],
            MaxPages = maxPages,
            Profile = profile,
            Delay = delay is { } seconds ? TimeSpan.FromSeconds(seconds) : profile?.Delay ?? DefaultDelay,
        };
    }
}
