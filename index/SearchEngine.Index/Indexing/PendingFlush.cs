namespace SearchEngine.Index.Indexing;

/// <summary>A buffer that is being written as a segment: at once, or in the background behind the one before it.</summary>
internal sealed class PendingFlush
{
    private readonly Task<WriterSegment>? _writing;
    private readonly WriterSegment? _written;

    /// <param name="buffer">What is written.</param>
    /// <param name="store">Where to.</param>
    /// <param name="inBackground">Whether the call returns before it is written.</param>
    /// <param name="before">In the background, the one that is written first; nothing is written when it fails.</param>
    public PendingFlush(DocumentBuffer buffer, SegmentStore store, bool inBackground, PendingFlush? before)
    {
        Buffer = buffer;
        // The name is given out here, so that names follow the order of the documents.
        string name = store.TakeName();
        if (inBackground)
            _writing = WriteBehind(before?._writing, () => store.Flush(buffer, name));
        else
            _written = store.Flush(buffer, name);
    }

    /// <summary>Not to be changed until the segment is taken.</summary>
    public DocumentBuffer Buffer { get; }

    /// <summary>The segment, once it is written. Throws what writing it threw.</summary>
    public WriterSegment Take() => _written ?? _writing!.GetAwaiter().GetResult();

    private static async Task<WriterSegment> WriteBehind(Task? before, Func<WriterSegment> write)
    {
        if (before is not null)
            await before.ConfigureAwait(false);
        return await Task.Run(write).ConfigureAwait(false);
    }

    /// <summary>Waits and lets go of the segment; what writing it threw concerns nobody any more.</summary>
    public void Abandon()
    {
        try
        {
            Take().Reader.Release();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or Store.CorruptIndexException)
        {
            // The writer is being closed: its files are removed by the next one.
        }
    }
}
