namespace SearchEngine.Web.Features.Captures;

/// <summary>An archived original, ready to be shown.</summary>
/// <param name="Number">Its number among the report's captures, from 1.</param>
/// <param name="Total">How many there are.</param>
/// <param name="Title">The report's title.</param>
/// <param name="ReportUrl">The reading page.</param>
/// <param name="FileUrl">The original as a download.</param>
/// <param name="Facts">Address, time, status, type, digest, place in the archive: label and value.</param>
/// <param name="Headers">The answer's headers; empty for an imported file.</param>
/// <param name="Source">The source as text, cut at a limit; null when it is not text or no longer held.</param>
/// <param name="IsCut">True when the source goes on.</param>
public sealed record CaptureView(
    int Number,
    int Total,
    string Title,
    string ReportUrl,
    string FileUrl,
    IReadOnlyList<(string Label, string Value)> Facts,
    string Headers,
    string? Source,
    bool IsCut);
