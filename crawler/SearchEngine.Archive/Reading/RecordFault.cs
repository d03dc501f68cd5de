namespace SearchEngine.Archive.Reading;

/// <summary>Something wrong inside a record that can still be read.</summary>
internal readonly record struct RecordFault(ArchiveFindingKind Kind, string Message);
