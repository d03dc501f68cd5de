using System.Text;
using SearchEngine.Ingest.Store;
using SearchEngine.Reports.Catalogue;
using SearchEngine.Reports.Citations;
using SearchEngine.Search.Requests;
using SearchEngine.Search.Service;

namespace SearchEngine.Ingest.Export.Results;

/// <summary>
/// Hands out all reports that a search finds (all that are held when nothing is searched for), one in memory at a time.
/// There is no upper bound on rows.
/// </summary>
public static class ReportExport
{
    /// <summary>Writes a file; an export that is stopped leaves the old one as it was.</summary>
    /// <inheritdoc cref="Write(StoreFolder, SearchService, SearchRequest, ExportFormat, Stream, bool, CancellationToken)"/>
    public static int Write(
        StoreFolder store,
        SearchService search,
        SearchRequest request,
        ExportFormat format,
        string file,
        bool mark,
        CancellationToken cancellation)
    {
        int count = 0;
        OutputFile.Write(file, stream => count = Write(store, search, request, format, stream, mark, cancellation));
        return count;
    }

    /// <summary>Writes the reports to a stream, which is left open.</summary>
    /// <param name="store">The store.</param>
    /// <param name="search">The search over that store's index.</param>
    /// <param name="request">What to hand out, and in what order; From and Limit are not looked at.</param>
    /// <param name="format">The form.</param>
    /// <param name="stream">Where to; it need not be able to seek.</param>
    /// <param name="mark">True for a byte order mark before CSV, without which some spreadsheets take UTF-8 for something else.</param>
    /// <param name="cancellation">Stops between two reports.</param>
    /// <returns>Reports written.</returns>
    public static int Write(
        StoreFolder store,
        SearchService search,
        SearchRequest request,
        ExportFormat format,
        Stream stream,
        bool mark,
        CancellationToken cancellation)
    {
        IEnumerable<ExportedReport> reports = Reports(store, search, request, cancellation);
        if (format == ExportFormat.Xlsx)
        {
            using var sheet = new XlsxSheet(stream, ReportColumns.Names);
            return Each(reports, report => sheet.Write(ReportColumns.Of(report)));
        }

        using var writer = new StreamWriter(stream, new UTF8Encoding(mark && format == ExportFormat.Csv), leaveOpen: true);
        switch (format)
        {
            case ExportFormat.Csv:
                writer.Write(CsvLine.Of(ReportColumns.Names));
                return Each(reports, report => writer.Write(CsvLine.Of(ReportColumns.Of(report))));
            case ExportFormat.Jsonl:
                return Each(reports, report => writer.Write(JsonlReports.Line(report) + "\n"));
            default:
                return References.Write(writer, reports.Select(report => Citation.Of(report.Stored)), format switch
                {
                    ExportFormat.Ris => ReferenceFormat.Ris,
                    ExportFormat.BibTex => ReferenceFormat.BibTex,
                    _ => ReferenceFormat.CslJson,
                });
        }
    }

    private static IEnumerable<ExportedReport> Reports(
        StoreFolder store, SearchService search, SearchRequest request, CancellationToken cancellation)
    {
        var listing = new CatalogueListing(store.Catalogue);
        bool counts = !string.IsNullOrWhiteSpace(request.Query) && !request.RelatedMode;
        // The catalogue passes over what it does not hold, so each is asked for beside its count.
        foreach (MatchedReport[] page in search.Matches(request, cancellation).Chunk(256))
        {
            Dictionary<string, long> occurrences = page.ToDictionary(match => match.Id, match => match.Occurrences);
            foreach (StoredReport report in listing.Reports(page.Select(match => match.Id)))
            {
                cancellation.ThrowIfCancellationRequested();
                yield return new ExportedReport(report, counts ? occurrences[report.Id] : null);
            }
        }
    }

    private static int Each(IEnumerable<ExportedReport> reports, Action<ExportedReport> write)
    {
        int count = 0;
        foreach (ExportedReport report in reports)
        {
            write(report);
            count++;
        }

        return count;
    }
}
