using SearchEngine.Index.Indexing;
using SearchEngine.Reports.Catalogue;
using SearchEngine.Reports.Model;
using SearchEngine.Search.Language;

namespace SearchEngine.Search.Schema;

/// <summary>Makes the index's documents out of reports.</summary>
public static class ReportDocuments
{
    // Section 0 is the title's alone; the body's first block is 1, so that "same block" never joins title and body.
    internal const int FirstBodySection = 1;

    /// <summary>
    /// The document of a report: its title, if it has one, then the lines of its body. An ingest stage adds the
    /// result to an index whose schema is <see cref="ReportSchema.Index"/>.
    /// </summary>
    public static Document From(StoredReport stored)
    {
        CleanReport report = stored.Report;
        List<Paragraph> paragraphs = [];
        if (report.Title is { } title)
            paragraphs.Add(new Paragraph(title, Zone.Title, (int)BlockRole.Other, 0));
        foreach (BodyLine line in report.Lines)
            paragraphs.Add(new Paragraph(line.Text, Zone.Body, (int)line.Role, line.Section + FirstBodySection));
        return new Document
        {
            Id = stored.Id,
            Paragraphs = paragraphs,
            Numbers = NumbersOf(report),
            Keywords = KeywordsOf(stored),
            Stored = HitCard.Of(stored).Write(),
        };
    }

    private static Dictionary<string, long> NumbersOf(CleanReport report)
    {
        Dictionary<string, long> numbers = [];
        if (report.Year is { } year)
            numbers[ReportSchema.Year] = year;
        if (report.Published is { } day)
        {
            numbers[ReportSchema.PublishedYear] = day.Year;
            numbers[ReportSchema.Published] = (day.Year * 10_000L) + (day.Month * 100) + day.Day;
        }

        return numbers;
    }

    private static Dictionary<string, IReadOnlyList<string>> KeywordsOf(StoredReport stored)
    {
        CleanReport report = stored.Report;
        IReadOnlyList<string> places = PlaceKeys.Of(report.Region);
        Dictionary<string, IReadOnlyList<string>> keywords = [];
        Put(ReportSchema.Region, places);
        Put(ReportSchema.Place, places.TakeLast(1));
        Put(ReportSchema.Level, [ReportLevel.Of(report.Region)]);
        Put(ReportSchema.Topic, stored.Topics);
        Put(ReportSchema.IssuerKind, [report.IssuerKind is { } kind ? Labels.Of(kind) : null]);
        Put(ReportSchema.Issuer, (report.Issuer ?? "").Split('、', StringSplitOptions.TrimEntries));
        Put(ReportSchema.Site, [HostOf(stored.Url)]);
        Put(ReportSchema.Source, [report.Source, report.Publisher]);
        Put(ReportSchema.DocumentNumber, [Normalised(report.DocumentNumber)]);
        Put(ReportSchema.CitedNumber, report.CitedDocumentNumbers.Select(Normalised));
        Put(ReportSchema.IndexNumber, [Normalised(report.IndexNumber)]);
        return keywords;

        void Put(string field, IEnumerable<string?> values)
        {
            string[] present =
                [.. values.OfType<string>().Where(value => !string.IsNullOrWhiteSpace(value)).Distinct()];
            if (present.Length > 0)
                keywords[field] = present;
        }
    }

    private static string? Normalised(string? number) => number is null ? null : DocumentNumber.Normalise(number);

    private static string? HostOf(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out Uri? address) && address.Host.Length > 0
            ? address.Host.ToLowerInvariant()
            : null;
}
