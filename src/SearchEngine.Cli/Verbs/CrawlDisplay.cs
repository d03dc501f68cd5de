using SearchEngine.Cli.Terminal;
using SearchEngine.Crawler;
using SearchEngine.Ingest;

namespace SearchEngine.Cli.Verbs;

/// <summary>Shows a crawl: a bar for each host while it runs, a line for each host at the end.</summary>
internal static class CrawlDisplay
{
    public static IProgress<CrawlProgress> On(IProgress<StageProgress> progress) => new ByHost(progress);

    /// <summary>Writes a line of JSON on standard error for each address dealt with, for programs that watch a crawl.</summary>
    public static IProgress<CrawlProgress> Log(TimeProvider time) => new Logged(time);

    public static void Print(CrawlSummary crawl)
    {
        foreach (HostCounts host in crawl.Hosts)
        {
            Messages.Say($"{host.Host}：抓取 {host.Fetched}，失败 {host.Failed}，robots 不许 {host.Refused}，受限 {host.Blocked}"
                + (host.Queued > 0 ? $"，未抓 {host.Queued}" : ""));
        }

        foreach ((string host, string why) in crawl.EndedHosts)
            Messages.Say($"{host}：{why}");
        if (crawl.Resumed)
            Messages.Say("接着上次中断的采集做完了其余部分。");
        if (crawl.Unchanged > 0)
            Messages.Say($"{crawl.Unchanged} 页没有变化，未重复下载。");
    }

    /// <summary>A crawl that was stopped, or that fetched nothing at all, has not done its work.</summary>
    public static int ExitCodeOf(CrawlSummary crawl) => !crawl.Finished
        ? ExitCode.Stopped
        : crawl.Fetched == 0 ? ExitCode.Failed : ExitCode.Done;

    private sealed class Logged(TimeProvider time) : IProgress<CrawlProgress>
    {
        public void Report(CrawlProgress value) => Messages.Say(JsonOutput.Line(
            new { time = time.GetUtcNow(), value.Url, value.Status, value.Note, value.Fetched, value.Queued }));
    }

    private sealed class ByHost(IProgress<StageProgress> progress) : IProgress<CrawlProgress>
    {
        public void Report(CrawlProgress value)
        {
            foreach (HostCounts host in value.Hosts)
            {
                int done = host.Fetched + host.Failed + host.Refused + host.Blocked;
                if (done > 0)
                    progress.Report(new StageProgress($"采集 {host.Host}", done, done + host.Queued, value.Url));
            }
        }
    }
}
