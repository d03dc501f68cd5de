using System.Text.RegularExpressions;
using SearchEngine.Cleaning.Decoding;
using SearchEngine.Cleaning.Lines;

namespace SearchEngine.Cleaning.Documents;

/// <summary>Tells the soup that fonts without a character map leave in the text of a PDF from writing.</summary>
internal static partial class TextSoup
{
    // Writing has next to none of these; a report of ten pages may name one character that its font lacks.
    private const double MaxLostShare = 0.02;

    // Of the characters in running Chinese, three in five are among the few hundred commonest; of random ones, one in forty.
    private const double LeastCommonShare = 0.2;

    private const int LeastHan = 60;

    /// <summary>True when most readers could not read a text aloud. Texts too short to tell are writing.</summary>
    public static bool IsSoup(string text)
    {
        int ink = 0, lost = 0, han = 0;
        foreach (char c in text)
        {
            if (char.IsWhiteSpace(c))
                continue;
            ink++;
            if (c is '\uFFFD' or (>= '\uE000' and <= '\uF8FF') or (>= '\u0080' and <= '\u009F') || c < ' ')
                lost++;
            else if (TextTidy.IsHan(c))
                han++;
        }

        lost += UnmappedGlyph().Count(text);
        return lost > MaxLostShare * ink || (han >= LeastHan && HanStatistics.CommonShare(text) < LeastCommonShare);
    }

    [GeneratedRegex(@"\(cid:\d+\)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex UnmappedGlyph();
}
