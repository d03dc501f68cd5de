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

    /// <summary>The file that a viewer shows, as named in its address: <c>viewer.html?file=/upload/1.pdf</c>.</summary>
    public static CrawlUrl? FileShownBy(CrawlUrl url) =>
        ShownFile().Match(url.Uri.Query) is { Success: true } match
        && CrawlUrl.TryResolve(url.Uri, Uri.UnescapeDataString(match.Groups[1].Value), out CrawlUrl? file)
        && Of(file, pagerLabel: false) == LinkKind.Attachment ? file : null;

    public static bool IsPagerLabel(string text) => PagerLabel().IsMatch(text);

    [GeneratedRegex(@"/(index|list|default)([_\-]\d+)?\.(s?html?|jsp|php|aspx?)$|/$", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex ListPage();

    [GeneratedRegex(
        @"[?&](?:file|url|src|pdf|path)=([^&#]+\.(?:pdf|ofd|docx?|wps|xlsx?))(?:&|$)",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex ShownFile();

    [GeneratedRegex(
        @"^([\[【(（]?\d{1,4}[\]】)）]?|第\d{1,4}页|首页|[上下前后]一?页|[上下]\d{1,2}页|尾页|末页|[>»›]{1,2}|[<«‹]{1,2})[>»›]?$",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex PagerLabel();
}
