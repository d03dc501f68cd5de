namespace SearchEngine.Archive.Reading;

/// <summary>One step of reading a file through: a record, or a place where none could be read.</summary>
/// <param name="Record">Null where the place is damaged beyond reading.</param>
/// <param name="Findings">What is wrong there; empty for a sound record.</param>
public sealed record WarcEntry(WarcRecord? Record, IReadOnlyList<ArchiveFinding> Findings);
