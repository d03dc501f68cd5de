using System.Globalization;
using System.Text;

namespace SearchEngine.Reports.Citations;

/// <summary>
/// A reference by GB/T 7714 (《信息与文献 参考文献著录规则》): 主要责任者. 题名[EB/OL]. (发布日期)[访问日期]. 网址.
/// A part that is not known is left out with its punctuation. The editions differ in the width of signs: that of 2025
/// sets full stop and square brackets narrow and every other sign wide; with that of 2015 all are set narrow here, as
/// most journals do.
/// </summary>
public static class GbtCitation
{
    // Both editions name up to three; of more, the first three and 等.
    private const int NamedIssuers = 3;

    public static string Format(Citation citation, GbtEdition edition)
    {
        bool wide = edition == GbtEdition.Gbt2025;
        var text = new StringBuilder();
        if (citation.Issuers.Count > 0)
        {
            string comma = wide ? "，" : ", ";
            text.AppendJoin(comma, citation.Issuers.Take(NamedIssuers));
            if (citation.Issuers.Count > NamedIssuers)
                text.Append(comma).Append('等');
            text.Append(". ");
        }

        text.Append(citation.Title).Append(citation.Url is null ? "[R]." : "[EB/OL].");
        if (citation.Published is { } published)
            text.Append(wide ? "（" : " (").Append(Date(published)).Append(wide ? '）' : ')');
        if (citation.Accessed is { } accessed)
            text.Append(citation.Published is null ? " [" : "[").Append(Date(accessed)).Append(']');
        if (citation.Published is not null || citation.Accessed is not null)
            text.Append('.');
        if (citation.Url is not null)
            text.Append(' ').Append(citation.Url).Append('.');
        return text.ToString();
    }

    internal static string Date(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
