using System.Globalization;
using SearchEngine.Search.Requests;

namespace SearchEngine.Web.Features.Results;

/// <summary>Years in an address: 2020, 2020..2024, 2020.., ..2024, or 缺失 for reports without the date.</summary>
internal static class YearRanges
{
    private const string Dots = "..";

    public static string Format(YearRange range)
    {
        if (range.Missing)
            return FacetValues.Missing;
        if (range.From is { } only && range.From == range.To)
            return Text(only);
        return Text(range.From) + Dots + Text(range.To);
    }

    /// <summary>
    /// False for anything but the five spellings, for years nobody means, and for a range that ends before it begins.
    /// </summary>
    public static bool TryParse(string text, out YearRange range)
    {
        range = default;
        if (text == FacetValues.Missing)
        {
            range = new YearRange(null, null, Missing: true);
            return true;
        }

        int dots = text.IndexOf(Dots, StringComparison.Ordinal);
        ReadOnlySpan<char> first = dots < 0 ? text : text.AsSpan(0, dots);
        ReadOnlySpan<char> last = dots < 0 ? text : text.AsSpan(dots + Dots.Length);
        if (!TryYear(first, out int? from) || !TryYear(last, out int? to) || (from is null && to is null) || from > to)
            return false;

        range = new YearRange(from, to);
        return true;
    }

    /// <summary>As a reader says it: 2020–2024 年度, 2020 年度起.</summary>
    public static string Say(YearRange range) => range switch
    {
        { Missing: true } => FacetValues.Unknown,
        { From: { } from, To: { } to } when from == to => Text(from),
        { From: { } from, To: { } to } => $"{Text(from)}–{Text(to)}",
        { From: { } from } => $"{Text(from)} 起",
        { To: { } to } => $"至 {Text(to)}",
        _ => "",
    };

    private static bool TryYear(ReadOnlySpan<char> text, out int? year)
    {
        year = null;
        if (text.IsEmpty)
            return true;
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            || number is < WebLimits.FirstYear or > WebLimits.LastYear)
            return false;
        year = number;
        return true;
    }

    private static string Text(int? year) => year?.ToString(CultureInfo.InvariantCulture) ?? "";
}
