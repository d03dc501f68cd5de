namespace SearchEngine.Archive.Checking;

/// <summary>How far a check has come.</summary>
/// <param name="File">The file being read.</param>
/// <param name="BytesDone">Bytes of files read whole so far.</param>
/// <param name="BytesTotal">Bytes of all files.</param>
/// <param name="Records">Records read so far.</param>
public readonly record struct ArchiveCheckProgress(string File, long BytesDone, long BytesTotal, long Records);
