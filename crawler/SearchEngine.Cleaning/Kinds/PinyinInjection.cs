using System.Text.RegularExpressions;
using SearchEngine.Cleaning.Lines;

namespace SearchEngine.Cleaning.Kinds;

/// <summary>
/// Finds the pinyin that mirrors put behind characters (办(ban)公) so that copies differ from the original. Such a page
/// is no witness of what the original says.
/// </summary>
internal static partial class PinyinInjection
{
    // A paper on names or dialects explains some readings; a mirror annotates everywhere.
    private const double MaxShare = 0.02;

    private const int Least = 5;

    /// <summary>Why a text is refused, or null.</summary>
    public static string? Refusal(IReadOnlyList<string> lines)
    {
        int injected = lines.Sum(line => Injected().Count(line));
        if (injected < Least)
            return null;
        int han = lines.Sum(line => line.Count(TextTidy.IsHan));
        return injected > MaxShare * han
            ? $"正文夹注拼音{injected}处，超过汉字的{MaxShare:P0}，疑为改动过的转载，不收录" : null;
    }

    [GeneratedRegex(@"[\u4E00-\u9FFF]\*{0,2}\s?[(（]\*{0,2}[a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹ]{1,6}\*{0,2}[)）]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Injected();
}
