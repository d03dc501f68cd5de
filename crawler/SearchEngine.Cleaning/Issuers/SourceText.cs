using System.Text.RegularExpressions;

namespace SearchEngine.Cleaning.Issuers;

/// <summary>Frees the name of a source from times, addresses and tools on its line.</summary>
internal static partial class SourceText
{
    public static string WithoutTools(string text) =>
        Spaces().Replace(Tools().Replace(text, " "), " ").Trim(' ', '|', '/', '·', '：', ':', '[', ']', '【', '】');

    [GeneratedRegex(@"(?<=\S)\s[\u4E00-\u9FFF]{2,6}[:：].*$|https?://\S+|(?<!\S)www\.\S+|\d{1,2}(?::\d{2}(?::\d{2})?|时\d{1,2}分(?:\d{1,2}秒)?)|[A-Z]?A[+-]|\s(?:本[报网台刊]|特约|见习)?(?:记者|通讯员|实习生|作者|编辑)[\s:：].*$|T\s?\|\s?T|(?<=\s|^)(?:大|中|小)(?=\s|$)|[\[【(（](?:大|中|小|打印\w{0,2}|关闭\w{0,2})(?:[\]】)）]|$)|(?<=\s)(?:举报|投诉|收藏\S{0,2}|评论|纠错|关注|订阅|微博|播报|朗读|听新闻|(?:我要)?(?:参与|评论|收听)\S{0,4}|我有话说\S*|进入\S{1,8})(?=\s|$)|(?:小?字号|字体|打印|分享|浏览|点击|阅读|手机看|复制链接).*$|\s(?:已有|共有?)\s?\d*\s?[人次].*$|[\[【(（]\s*[\]】)）]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Tools();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Spaces();
}
