using System.Globalization;
using SearchEngine.Reports.Catalogue;
using SearchEngine.Reports.Citations;

namespace SearchEngine.Web.Features.Read;

/// <summary>A report as a reference: to be copied, downloaded, or read off the page's head.</summary>
/// <param name="Current">By GB/T 7714—2025.</param>
/// <param name="Former">By GB/T 7714—2015.</param>
/// <param name="TitleInferred">True when the page has no title of its own.</param>
/// <param name="Files">Name of each form that reference managers take, and its address.</param>
/// <param name="Metadata">Names and values of meta tags (Highwire's, which Zotero and others read).</param>
public sealed record CitationCard(
    string Current,
    string Former,
    bool TitleInferred,
    IReadOnlyList<(string Label, string Url)> Files,
    IReadOnlyList<(string Name, string Value)> Metadata)
{
    public static CitationCard Of(StoredReport stored)
    {
        var citation = Citation.Of(stored);
        return new CitationCard(
            GbtCitation.Format(citation, GbtEdition.Gbt2025),
            GbtCitation.Format(citation, GbtEdition.Gbt2015),
            citation.TitleInferred,
            [.. ReferenceEndpoint.Forms.Select(form => (form.Label, ReportAddress.Reference(stored.Id, form.Name)))],
            [.. Tags(citation)]);
    }

    private static IEnumerable<(string Name, string Value)> Tags(Citation citation)
    {
        if (citation.Title is { } title)
            yield return ("citation_title", title);
        foreach (string issuer in citation.Issuers)
            yield return ("citation_author", issuer);
        if (citation.Published is { } published)
            yield return ("citation_publication_date", published.ToString("yyyy'/'MM'/'dd", CultureInfo.InvariantCulture));
        if (citation.Url is { } url)
            yield return ("citation_public_url", url);
        yield return ("citation_language", "zh");
    }
}
