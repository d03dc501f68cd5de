namespace SearchEngine.Archive;

/// <summary>Where a record stands: a page's address for as long as the archive lives.</summary>
/// <param name="File">Final name of the archive file, without a folder and without <c>.open</c>.</param>
/// <param name="Offset">First byte of the record's gzip member (or of the record, in an uncompressed file).</param>
public readonly record struct RecordLocation(string File, long Offset);
