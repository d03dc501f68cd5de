using SearchEngine.Reports.Model;

namespace SearchEngine.Reports.Catalogue;

/// <summary>A capture with its row number in the catalogue.</summary>
/// <param name="Row">Number of the row; grows with time.</param>
/// <param name="Capture">The capture.</param>
/// <param name="FileName">Name of the imported file; null for a fetched page.</param>
public sealed record CapturedPage(long Row, Capture Capture, string? FileName);

/// <summary>A cleaned page on its way into the catalogue.</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Url">Address; null for a file without one.</param>
/// <param name="FileName">Name of the imported file.</param>
/// <param name="Source">The capture it was cleaned from.</param>
/// <param name="Report">What cleaning made of it.</param>
/// <param name="Topics">Ids, ascending.</param>
/// <param name="TextDigest">Digest of the body by which equal texts are one work; null where they are not.</param>
public sealed record CleanedPage(
    string Id,
    string? Url,
    string? FileName,
    CapturedPage Source,
    CleanReport Report,
    IReadOnlyList<string> Topics,
    string? TextDigest);

/// <summary>What the index has to do about one page.</summary>
/// <param name="Id">The page.</param>
/// <param name="Report">The report to add, or null when the page is to leave the index.</param>
/// <param name="Revision">The catalogue's revision of this change.</param>
public sealed record IndexChange(string Id, StoredReport? Report, long Revision);
