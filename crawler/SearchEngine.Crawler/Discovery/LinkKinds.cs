using System.Text.RegularExpressions;
using SearchEngine.Crawler.Scope;

namespace SearchEngine.Crawler.Discovery;

/// <summary>Tells pages, pager pages and attachments apart by the address, and leaves out what is never fetched.</summary>
internal static partial class LinkKinds
{
    private static readonly HashSet<string> Attachments = new(StringComparer.OrdinalIgnoreCase)
    {
        ".pdf", ".doc", ".docx", ".wps", ".xls", ".xlsx", ".et", ".ofd", ".rtf",
    };

    private static readonly HashSet<string> Refused = new(StringComparer.OrdinalIgnoreCase)
    {
        ".jpg", ".jpeg", ".png", ".gif", ".bmp", ".webp", ".svg", ".ico", ".tif", ".tiff", ".psd",
        ".mp3", ".mp4", ".wav", ".wma", ".wmv", ".avi", ".flv", ".mov", ".mpg", ".rm", ".rmvb", ".swf", ".m3u8",
        ".zip", ".rar", ".7z", ".gz", ".tar", ".exe", ".apk", ".ipa", ".dmg", ".iso", ".msi", ".jar",
        ".css", ".js", ".json", ".woff", ".woff2", ".ttf", ".eot", ".ppt", ".pptx", ".dwg",
    };

    /// <returns>Null for pictures, media, archives, programs and styles.</returns>
    public static LinkKind? Of(CrawlUrl url, bool pagerLabel)
    {
        string extension = Path.GetExtension(url.Uri.AbsolutePath);
        return Refused.Contains(extension) ? null
            : Attachments.Contains(extension) ? LinkKind.Attachment
            : pagerLabel || ListPage().IsMatch(url.Uri.AbsolutePath) ? LinkKind.Pager
            : LinkKind.Page;
    }

    public static bool IsPagerLabel(string text) => PagerLabel().IsMatch(text);

    [GeneratedRegex(@"/(index|list|default)([_\-]\d+)?\.(s?html?|jsp|php|aspx?)$|/$", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex ListPage();

    [GeneratedRegex(@"^(\[?\d{1,4}\]?|首页|上一?页|下一?页|尾页|末页|上页|下页|>{1,2}|»)$", RegexOptions.NonBacktracking)]
    private static partial Regex PagerLabel();
}
