using SearchEngine.Reports.Model;

namespace SearchEngine.Reports.Catalogue;

/// <summary>A report as the catalogue holds it.</summary>
/// <param name="Id">Short hash of the first address (or of the file's digest, or the id of the jsonl line); stable across re-cleaning.</param>
/// <param name="Url">Address of the page; null for an imported file without one.</param>
/// <param name="FileName">Name of the imported file, without a folder; null for a crawled page.</param>
/// <param name="Report">What cleaning made of it.</param>
/// <param name="Topics">Ids of the report's topics, ascending, e.g. T03.</param>
/// <param name="Captures">The captures it was made from and later ones of the same address, oldest first.</param>
public sealed record StoredReport(
    string Id,
    string? Url,
    string? FileName,
    CleanReport Report,
    IReadOnlyList<string> Topics,
    IReadOnlyList<Capture> Captures);
