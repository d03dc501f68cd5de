using System.Globalization;

namespace SearchEngine.Ingest.Export;

/// <summary>One line of comma-separated values (RFC 4180) that a spreadsheet may open.</summary>
public static class CsvLine
{
    // A cell that begins so is a formula to a spreadsheet, to some of them also in full width; with an apostrophe
    // before it, it is text.
    private const string FormulaStarts = "=+-@\t\r\n＝＋－＠";
    private static readonly char[] NeedsQuotes = ['"', ',', '\r', '\n'];

    /// <summary>The values as one line with its end. A text is guarded against being a formula, a number is not.</summary>
    public static string Of(IEnumerable<object?> values) => string.Join(',', values.Select(Cell)) + "\r\n";

    private static string Cell(object? value)
    {
        if (value is not string text)
            return Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
        if (text.Length == 0)
            return "";
        if (FormulaStarts.Contains(text[0], StringComparison.Ordinal))
            text = "'" + text;
        return text.IndexOfAny(NeedsQuotes) < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
