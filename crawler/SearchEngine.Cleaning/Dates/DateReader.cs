using System.Globalization;
using System.Text.RegularExpressions;
using SearchEngine.Cleaning.Lines;

namespace SearchEngine.Cleaning.Dates;

/// <summary>A date as it stands in a text.</summary>
/// <param name="Date">The day.</param>
/// <param name="Raw">The characters.</param>
/// <param name="Index">Where they begin.</param>
internal readonly record struct DateHit(DateOnly Date, string Raw, int Index);

/// <summary>Reads dates with day, month and year, in digits or Chinese numerals. What is incomplete or impossible is
/// none.</summary>
internal static partial class DateReader
{
    private const string Numerals = "〇一二三四五六七八九";

    /// <summary>The dates of a line, in order.</summary>
    public static IEnumerable<DateHit> All(string line)
    {
        string half = TextTidy.HalfWidth(line);
        foreach (Match match in Digits().Matches(half))
            if (Make(match.Groups[1].Value, match.Groups[2].Value, match.Groups[3].Value) is { } date)
                yield return new DateHit(date, line.Substring(match.Index, match.Length), match.Index);
        foreach (Match match in Chinese().Matches(half))
            if (Make(Year(match.Groups[1].Value), Number(match.Groups[2].Value),
                Number(match.Groups[3].Value)) is { } date)
                yield return new DateHit(date, line.Substring(match.Index, match.Length), match.Index);
    }

    /// <summary>The first date of a line, or null.</summary>
    public static DateHit? First(string line)
    {
        foreach (DateHit hit in All(line))
            return hit;
        return null;
    }

    /// <summary>True when a date is the first of two: 3月11日至3月15日 is a term, not a day.</summary>
    public static bool IsSpan(string line, DateHit hit) =>
        line.AsSpan(hit.Index + hit.Raw.Length).TrimStart() is ['至' or '—' or '～' or '~' or '起' or '前' or '后', ..];

    /// <summary>True when a line is a date (with or without a time of day) and nothing else.</summary>
    public static bool IsWhole(string line) =>
        line.Length <= 32 && First(line) is { } hit
            && Rest().Replace(TextTidy.HalfWidth(line.Remove(hit.Index, hit.Raw.Length)), "").Length == 0;

    /// <summary>True when a line is what is left of a date: digits and 年 月 日 only, but no day can be read from
    /// it.</summary>
    public static bool IsDamaged(string line) =>
        line.Length is >= 4 and <= 16 && First(line) is null && Damaged().IsMatch(TextTidy.HalfWidth(line));

    private static DateOnly? Make(string year, string month, string day) =>
        int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out int y)
        && int.TryParse(month, NumberStyles.None, CultureInfo.InvariantCulture, out int m)
        && int.TryParse(day, NumberStyles.None, CultureInfo.InvariantCulture, out int d)
            ? Make(y, m, d)
            : null;

    private static DateOnly? Make(int year, int month, int day) =>
        year is >= 1949 and <= 2100 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;

    private static int Year(string numerals)
    {
        int year = 0;
        foreach (char c in numerals)
            year = year * 10 + Math.Max(0,
                Numerals.IndexOf(c is '○' or 'O' or '零' or 'Ｏ' or '0' ? '〇' : c, StringComparison.Ordinal));
        return year;
    }

    // 十, 十二, 二十, 二十三, 三
    private static int Number(string numerals)
    {
        int ten = numerals.IndexOf('十', StringComparison.Ordinal);
        if (ten < 0)
            return numerals.Length == 1 ? Numerals.IndexOf(numerals[0], StringComparison.Ordinal) : 0;
        int tens = ten == 0 ? 1 : Numerals.IndexOf(numerals[0], StringComparison.Ordinal);
        return tens * 10 + (ten + 1 < numerals.Length ? Numerals.IndexOf(numerals[ten + 1], StringComparison.Ordinal)
            : 0);
    }

    [GeneratedRegex(@"([一二][〇○OＯ零0一二三四五六七八九]{3})\s*年\s*([一二三四五六七八九十]{1,2})\s*月\s*([一二三四五六七八九十]{1,3})\s*日", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Chinese();

    [GeneratedRegex(@"(?<!\d)((?:19|20)\d{2})(?:\s*[-/.年]\s*|\s+(?=\d{1,2}/\d))(\d{1,2})\s*[-/.月]\s*(\d{1,2})(?:\s*日)?(?![-/.]?\d{1,2}[-/.]|\d(?!\d?:))", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Digits();

    [GeneratedRegex(@"[\s()\[\]【】]|T|\d{1,2}(?::\d{2}(?::\d{2})?(?:\.\d+)?|时\d{1,2}分(?:\d{1,2}秒)?)|[+]\d{2}:?\d{2}|Z|星期.", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Rest();

    [GeneratedRegex(@"^[\d\s年月日]*\d[\d\s年月日]*$(?<=[年月日][\d\s年月日]*)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Damaged();
}
