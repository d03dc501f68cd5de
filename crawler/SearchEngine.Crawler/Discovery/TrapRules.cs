using SearchEngine.Crawler.Scope;

namespace SearchEngine.Crawler.Discovery;

/// <summary>Recognises addresses of endless spaces by their shape alone.</summary>
internal static class TrapRules
{
    public static bool IsTrap(CrawlUrl url, CrawlLimits limits)
    {
        string[] segments = url.Uri.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return url.Text.Length > limits.MaxUrlLength
            || segments.Length > limits.MaxPathSegments
            || segments.Where(s => !IsNumber(s))
                .GroupBy(s => s, StringComparer.Ordinal)
                .Any(g => g.Count() > limits.MaxSegmentRepeats);
    }

    // Years, months and days repeat in honest paths: /2022/2/22/2/.
    private static bool IsNumber(string segment) => segment.All(char.IsAsciiDigit);
}
