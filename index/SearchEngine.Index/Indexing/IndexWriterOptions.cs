namespace SearchEngine.Index.Indexing;

/// <summary>Settings of a writer.</summary>
public sealed record IndexWriterOptions
{
    /// <summary>Memory for documents that are not yet a segment; a segment is written when it is full. 1 MB or more
    /// in practice.</summary>
    public long BufferBytes { get; init; } = 64L << 20;

    /// <summary>Segments of like size that are merged into one; at least 2.</summary>
    public int MergeFactor { get; init; } = 8;

    /// <summary>1, or 2 to write a full buffer in the background while the next one is filled (and a merge's text beside
    /// its postings). A buffer of <see cref="BufferBytes"/> is held for each.</summary>
    public int Threads { get; init; } = 1;
}
