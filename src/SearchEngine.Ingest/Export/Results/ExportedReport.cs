using SearchEngine.Reports.Catalogue;

namespace SearchEngine.Ingest.Export.Results;

/// <summary>A report on its way out.</summary>
/// <param name="Stored">The report.</param>
/// <param name="Occurrences">处 of the query in it; null when nothing was searched for.</param>
public sealed record ExportedReport(StoredReport Stored, long? Occurrences);
