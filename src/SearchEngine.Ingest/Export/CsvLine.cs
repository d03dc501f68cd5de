namespace SearchEngine.Ingest.Export;

/// <summary>One line of comma-separated values (RFC 4180) that a spreadsheet may open.</summary>
public static class CsvLine
{
    // A cell that begins so is a formula to a spreadsheet; with an apostrophe before it, it is text.
    private const string FormulaStarts = "=+-@\t\r";
    private static readonly char[] NeedsQuotes = ['"', ',', '\r', '\n'];

    /// <summary>The values as one line with its end.</summary>
    public static string Of(IEnumerable<string?> values) => string.Join(',', values.Select(Cell)) + "\r\n";

    private static string Cell(string? value)
    {
        if (string.IsNullOrEmpty(value))
            return "";
        string text = FormulaStarts.Contains(value[0], StringComparison.Ordinal) ? "'" + value : value;
        return text.IndexOfAny(NeedsQuotes) < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
