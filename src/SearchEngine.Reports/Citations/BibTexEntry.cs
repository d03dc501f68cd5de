using System.Text;

namespace SearchEngine.Reports.Citations;

/// <summary>
/// A BibTeX entry, as biblatex and its kin read it. Names and title stand in double braces, so that nothing takes an
/// office for a person's first and last name or changes the case of letters.
/// </summary>
public static class BibTexEntry
{
    public static string Format(Citation citation)
    {
        var text = new StringBuilder();
        text.Append(citation.Url is null ? "@misc{" : "@online{").Append(Key(citation.Id));
        if (citation.Issuers.Count > 0)
            Field(text, "author", string.Join(" and ", citation.Issuers.Select(issuer => $"{{{Escape(issuer)}}}")));
        if (citation.Title is { } title)
            Field(text, "title", $"{{{Escape(title)}}}");
        if (citation.Published is { } published)
        {
            Field(text, "date", GbtCitation.Date(published));
            Field(text, "year", published.Year.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        if (citation.Url is { } url)
            Field(text, "url", Address(url));
        if (citation.Accessed is { } accessed)
            Field(text, "urldate", GbtCitation.Date(accessed));
        if (citation.Year is { } year)
            Field(text, "note", FormattableString.Invariant($"报告年度 {year}"));
        Field(text, "langid", "chinese");
        return text.Append("\n}\n").ToString();
    }

    private static void Field(StringBuilder text, string name, string value) =>
        text.Append(",\n  ").Append(name).Append(" = {").Append(value).Append('}');

    // A key ends at a comma, a brace or a blank; ids of foreign files may hold any of them.
    private static string Key(string id)
    {
        string key = new([.. id.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or ':' or '.' ? c : '_')]);
        return key.Length == 0 ? "_" : key;
    }

    // An address is read as it stands, but for what would end the field.
    private static string Address(string url) => url
        .Replace("{", "%7B", StringComparison.Ordinal)
        .Replace("}", "%7D", StringComparison.Ordinal)
        .Replace("\\", "%5C", StringComparison.Ordinal);

    private static string Escape(string value)
    {
        var text = new StringBuilder();
        foreach (char c in value)
        {
            text.Append(c switch
            {
                '\\' => "\\textbackslash{}",
                '{' or '}' or '%' or '#' or '&' or '_' or '$' => "\\" + c,
                '~' => "\\textasciitilde{}",
                '^' => "\\textasciicircum{}",
                _ => char.IsControl(c) ? " " : c.ToString(),
            });
        }

        return text.ToString();
    }
}
