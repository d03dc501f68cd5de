namespace SearchEngine.Archive;

/// <summary>One thing that is wrong, where, and what to do about it.</summary>
/// <param name="File">File name without a folder.</param>
/// <param name="Offset">Byte in the file at which the damaged record or stretch begins.</param>
/// <param name="Kind">What sort of damage.</param>
/// <param name="Message">What was found, for people.</param>
/// <param name="Advice">What to do, for people.</param>
public sealed record ArchiveFinding(string File, long Offset, ArchiveFindingKind Kind, string Message, string Advice);
