namespace SearchEngine.Archive.Writing;

/// <summary>A file that a killed writer had left open and that is closed now.</summary>
/// <param name="File">Final name; the file is gone when <paramref name="BytesKept"/> is 0.</param>
/// <param name="BytesKept">Length up to the end of the last whole record.</param>
/// <param name="BytesCut">Length of the cut-off record behind it.</param>
public sealed record RecoveredFile(string File, long BytesKept, long BytesCut);
