namespace SearchEngine.Index.Indexing;

/// <summary>Settings of a writer.</summary>
public sealed record IndexWriterOptions
{
    /// <summary>Memory for documents that are not yet a segment; a segment is written when it is full. 1 MB or more
    /// in practice.</summary>
    public long BufferBytes { get; init; } = 64L << 20;

    /// <summary>Segments of like size that are merged into one; at least 2.</summary>
    public int MergeFactor { get; init; } = 8;

    /// <summary>1, or 2 to write full buffers in the background while the next one is filled, to make files durable
    /// behind that, and to merge on two threads. Up to three buffers are held then; they share the half of
    /// <see cref="BufferBytes"/> that sorting takes.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Positions above which a merge is a great one, for which gathering waits and gives its memory back.
    /// Smaller merges take little beside the buffers, and need not wait for them.</summary>
    internal long GreatMerge { get; init; } = 1L << 26;
}
