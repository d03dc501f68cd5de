namespace SearchEngine.Crawler.Frontier;

/// <summary>Another crawl is at work on the same store.</summary>
public sealed class CrawlLockedException(string path, Exception inner)
    : IOException($"另一个 crawl 正在使用 {path}；请等它结束，或换一个 --store。", inner)
{
    public string FrontierPath { get; } = path;
}
