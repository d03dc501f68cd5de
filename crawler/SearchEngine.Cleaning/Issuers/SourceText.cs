using System.Text.RegularExpressions;

namespace SearchEngine.Cleaning.Issuers;

/// <summary>Frees the name of a source from times, addresses and tools on its line.</summary>
internal static partial class SourceText
{
    public static string WithoutTools(string text) =>
        Spaces().Replace(Tools().Replace(text, " "), " ").Trim(' ', '|', '/', '·', '：', ':');

    [GeneratedRegex(@"https?://\S+|\d{1,2}:\d{2}(?::\d{2})?|(?<=\s|^)(?:大|中|小)(?=\s|$)|[\[【(（](?:大|中|小|打印|关闭)[\]】)）]|(?<=\s)(?:举报|投诉|收藏|评论|纠错|关注)(?=\s|$)|(?:字号|字体|打印|分享|浏览次数|点击|阅读).*$|[\[【(（]\s*[\]】)）]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Tools();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Spaces();
}
