using SearchEngine.Reports.Model;

namespace SearchEngine.Ingest.Stages;

/// <summary>A capture as the archive gives it back.</summary>
/// <param name="Capture">The capture.</param>
/// <param name="FileName">Name of the imported file; null for a response.</param>
/// <param name="Revisit">True when the record points to an earlier one for its body.</param>
internal sealed record ArchivedCapture(Capture Capture, string? FileName, bool Revisit);
