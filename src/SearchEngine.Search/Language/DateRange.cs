using System.Buffers;
using System.Globalization;

namespace SearchEngine.Search.Language;

/// <summary>Reads years and dates as a query gives them.</summary>
internal static class DateRange
{
    private const int FirstYear = 1949;
    private const int LastYear = 2100;

    private static readonly SearchValues<char> WithDashes = SearchValues.Create("-~–—至到");
    private static readonly SearchValues<char> WithoutDashes = SearchValues.Create("~至到");

    /// <summary>The two ends of <c>A..B</c>, each possibly empty; a single value is both ends.</summary>
    /// <param name="value">Folded to half width.</param>
    /// <param name="dashes">True when a dash cannot be part of a value and so can only stand between two.</param>
    /// <param name="mended">True when another sign stood in place of the two dots.</param>
    public static (string From, string To) Split(string value, bool dashes, out bool mended)
    {
        mended = false;
        int at = value.IndexOf("..", StringComparison.Ordinal);
        if (at >= 0)
            return (value[..at], value[(at + 2)..].TrimStart('.'));
        int dash = value.AsSpan().IndexOfAny(dashes ? WithDashes : WithoutDashes);
        mended = dash >= 0;
        return dash < 0 ? (value, value) : (value[..dash], value[(dash + 1)..]);
    }

    /// <summary>A year of four digits, with or without 年 or 年度.</summary>
    public static int? Year(string text)
    {
        string digits = text.TrimEnd('度').TrimEnd('年');
        return digits.Length == 4 && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int year)
            && year is >= FirstYear and <= LastYear ? year : null;
    }

    /// <summary>
    /// The first and the last day, as yyyymmdd, of a date that may leave out its day, or its month too.
    /// </summary>
    public static (long First, long Last)? Days(string text)
    {
        string[] parts = text.TrimEnd('日').Split(['-', '/', '.', '年', '月'], StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length is 0 or > 3 || Year(parts[0]) is not { } year)
            return null;
        int month = Number(parts, 1);
        int day = Number(parts, 2);
        if (parts.Length == 1)
            return (Key(year, 1, 1), Key(year, 12, 31));
        if (month is < 1 or > 12)
            return null;
        int lastDay = DateTime.DaysInMonth(year, month);
        if (parts.Length == 2)
            return (Key(year, month, 1), Key(year, month, lastDay));
        return day >= 1 && day <= lastDay ? (Key(year, month, day), Key(year, month, day)) : null;
    }

    private static long Key(int year, int month, int day) => (year * 10_000L) + (month * 100) + day;

    private static int Number(string[] parts, int at) =>
        at < parts.Length && int.TryParse(parts[at], NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? number : -1;
}
