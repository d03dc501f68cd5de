using System.Globalization;
using System.Text;

namespace SearchEngine.Reports.Citations;

/// <summary>A record in the RIS format: one tag a line, CR LF, closed by ER.</summary>
public static class RisRecord
{
    public static string Format(Citation citation)
    {
        var text = new StringBuilder();
        Line(text, "TY", citation.Url is null ? "RPRT" : "ELEC");
        Line(text, "ID", citation.Id);
        foreach (string issuer in citation.Issuers)
            Line(text, "AU", issuer);
        Line(text, "TI", citation.Title);
        if (citation.Published is { } published)
        {
            Line(text, "PY", published.Year.ToString(CultureInfo.InvariantCulture));
            Line(text, "DA", Date(published));
        }

        Line(text, "UR", citation.Url);
        if (citation.Accessed is { } accessed)
            Line(text, "Y2", Date(accessed));
        Line(text, "LA", "zh");
        if (citation.Year is { } year)
            Line(text, "N1", FormattableString.Invariant($"报告年度 {year}"));
        Line(text, "ER", "");
        return text.ToString();
    }

    private static string Date(DateOnly date) => date.ToString("yyyy'/'MM'/'dd", CultureInfo.InvariantCulture);

    // A line break in a value would begin a tag of the page's choosing.
    private static void Line(StringBuilder text, string tag, string? value)
    {
        if (value is null)
            return;
        text.Append(tag).Append("  - ");
        foreach (char c in value)
            text.Append(char.IsControl(c) ? ' ' : c);
        text.Append("\r\n");
    }
}
