using System.Text.RegularExpressions;

namespace SearchEngine.Cleaning.Fields;

/// <summary>Reads 发文字号: the letters of the issuer, the year in brackets and the number, e.g. 国办函〔2018〕74号.</summary>
internal static partial class DocumentNumbers
{
    // Words that end right before a number in running text and are no part of it.
    private static readonly string[] Openers =
    [
        "印发", "根据", "依据", "按照", "下发", "出台", "制定", "转发", "关于", "下达", "修订", "发布", "公布", "参照", "执行", "落实",
        "文件", "通知", "意见", "方案", "规定", "办法",
        "以", "和", "及", "与", "的", "了", "为", "按", "即", "由", "在", "是", "见", "等", "之",
    ];

    /// <summary>True when a line is a document number and nothing else, in brackets or not.</summary>
    public static bool IsWhole(string line) => line.Length <= 40 && Whole().IsMatch(Unbracketed(line));

    /// <summary>The number without the brackets that stand around all of it: （临自然资告字〔2023〕8号）.</summary>
    public static string Unbracketed(string line) =>
        line is ['(' or '（', .., ')' or '）'] && line[^2] == '号' ? line[1..^1].Trim() : line;

    /// <summary>True when a value may be a document's number: it has one, or a number with 号.</summary>
    public static bool IsPlausible(string value) => value.Length <= 40
        && (Cited().IsMatch(value) || Numbered().IsMatch(value));

    /// <summary>The numbers that a text names, as written, in order, each once.</summary>
    public static IEnumerable<string> CitedIn(IEnumerable<string> lines) => lines
        .SelectMany(line => Cited().Matches(line).Select(match => Bare(match.Value)))
        .Where(number => number.IndexOfAny(['〔', '[', '［', '（', '(', '【']) > 0)
        .Distinct();

    private static string Bare(string number)
    {
        int bracket = number.IndexOfAny(['〔', '[', '［', '（', '(', '【']);
        int start = 0;
        foreach (string opener in Openers)
            if (number.LastIndexOf(opener, bracket - 1, bracket, StringComparison.Ordinal) is >= 0 and var at)
                start = Math.Max(start, at + opener.Length);
        return number[start..];
    }

    [GeneratedRegex(@"[\u4E00-\u9FFF]{1,14}\s?[〔\[［（(【](?:19|20)\d{2}[〕\]］）)】]\s?第?\s?\d{1,5}\s?号", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Cited();

    [GeneratedRegex(@"^[\u4E00-\u9FFF]{1,14}\s?[〔\[［（(【](?:19|20)\d{2}[〕\]］）)】]\s?第?\s?\d{1,5}\s?号$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Whole();

    [GeneratedRegex(@"\d{1,5}\s?号$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Numbered();
}
