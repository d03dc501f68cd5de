using System.Globalization;

namespace SearchEngine.Search.Language;

/// <summary>
/// Units of a phrase as typed: a character, or a run of letters or of digits. The analyzer decides what a unit is in
/// the end; this count only bounds what is passed on, and tells a phrase from mere punctuation.
/// </summary>
internal static class PhraseUnits
{
    /// <summary>Number of units in a text.</summary>
    public static int Count(string text) => Walk(text, int.MaxValue).Units;

    /// <summary>The beginning of a text that holds at most so many units.</summary>
    public static string Truncate(string text, int units) => text[..Walk(text, units).End];

    /// <summary>The Han characters and the letters and digits that a wildcard pattern fixes.</summary>
    public static (int Han, int Latin) Fixed(string pattern)
    {
        int latin = pattern.Count(c => IsLatin(QuerySyntax.Fold(c)));
        int han = pattern.Count(c => !IsLatin(QuerySyntax.Fold(c)) && CharUnicodeInfo.GetUnicodeCategory(c)
            is UnicodeCategory.OtherLetter or UnicodeCategory.Surrogate);
        return (han, latin);
    }

    public static bool IsLatin(char folded) => char.IsAsciiLetterOrDigit(folded);

    private static (int Units, int End) Walk(string text, int most)
    {
        int units = 0;
        int previous = 0;
        for (int i = 0; i < text.Length; i++)
        {
            int kind = KindOf(text[i]);
            bool begins = kind == 3 || (kind is 1 or 2 && kind != previous);
            if (begins && units == most)
                return (units, i);
            units += begins ? 1 : 0;
            previous = kind;
        }

        return (units, text.Length);
    }

    // 0 leaves no unit, 1 letter, 2 digit, 3 a unit of its own; the second half of a surrogate pair follows its first.
    private static int KindOf(char c)
    {
        if (QuerySyntax.LeavesNoUnit(c) || char.IsLowSurrogate(c))
            return 0;
        char folded = QuerySyntax.Fold(c);
        return char.IsAsciiLetter(folded) ? 1 : char.IsAsciiDigit(folded) ? 2 : 3;
    }
}
