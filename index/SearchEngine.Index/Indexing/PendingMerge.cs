using SearchEngine.Index.Store;

namespace SearchEngine.Index.Indexing;

/// <summary>Segments that are being merged, in the background or at once. They stay as they are until then.</summary>
internal sealed class PendingMerge
{
    private readonly int[][] _kept;
    private readonly Task<WriterSegment>? _merging;
    private readonly WriterSegment? _merged;

    public PendingMerge(IReadOnlyList<WriterSegment> sources, SegmentStore store, bool inBackground)
    {
        Sources = sources;
        // What is deleted from now on is deleted from the result when it is taken.
        _kept = [.. sources.Select(segment => segment.Live.ToArray())];
        string name = store.TakeName();
        if (inBackground)
            _merging = Task.Run(() => store.Merge(sources, _kept, name));
        else
            _merged = store.Merge(sources, _kept, name);
    }

    public IReadOnlyList<WriterSegment> Sources { get; }

    public bool IsDone => _merging?.IsCompleted ?? true;

    /// <summary>The merged segment, once it is written. Throws what merging threw.</summary>
    public WriterSegment Take()
    {
        WriterSegment merged = _merged ?? _merging!.GetAwaiter().GetResult();
        for (int i = 0; i < Sources.Count; i++)
        {
            foreach (int document in _kept[i])
            {
                if (!Sources[i].Live[document])
                    merged.Delete(Sources[i].Reader.Id(document));
            }
        }

        return merged;
    }

    /// <summary>Waits and lets go of the result; what merging threw concerns nobody any more.</summary>
    public void Abandon()
    {
        try
        {
            (_merged ?? _merging!.GetAwaiter().GetResult()).Reader.Release();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CorruptIndexException)
        {
            // The writer is being closed: its files are removed by the next one.
        }
    }
}
