using SearchEngine.Index.Reading;
using SearchEngine.Index.Schema;
using SearchEngine.Index.Store;

namespace SearchEngine.Index.Indexing;

/// <summary>
/// The segments that a writer will commit, in the order of their documents, with the merge that is under way. With two
/// threads a merge runs in the background; what is deleted meanwhile is deleted from its result too.
/// </summary>
internal sealed class SegmentSet(IDirectory directory, IndexSchema schema, SegmentStore store, IndexWriterOptions options)
{
    private readonly MergePolicy _policy = new(options.MergeFactor);
    private readonly List<WriterSegment> _segments = [];
    private PendingMerge? _merge;

    /// <summary>The segments, as they are to be committed once <see cref="WriteDeletions"/> has been called.</summary>
    public IReadOnlyList<SegmentEntry> Entries => [.. _segments.Select(segment => segment.Entry)];

    /// <summary>Opens the segments of a commit; gives each one's content to <paramref name="seen"/>.</summary>
    public void Open(CommitPoint commit, Action<ISegmentContent> seen)
    {
        foreach (SegmentEntry entry in commit.Segments)
        {
            SegmentReader reader = SegmentReader.Open(directory, entry, schema);
            try
            {
                _segments.Add(new WriterSegment(reader, entry, LiveDocs.Read(directory, entry), liveIsWritten: true));
                seen(reader);
            }
            catch
            {
                if (_segments.Count == 0 || _segments[^1].Reader != reader)
                    reader.Release();
                throw;
            }
        }
    }

    /// <summary>True when a merge is due that <see cref="Add"/> leaves to <see cref="EndMerges"/>: it takes so much
    /// memory that nothing should be gathered meanwhile, and both threads have enough to do with it.</summary>
    public bool IsGreatMergeDue => _merge is null && FindDue(IndexLimits.SegmentPositions) is not null && FindDue(options.GreatMerge) is null;

    /// <summary>True when merging everything takes a great merge.</summary>
    public bool IsGreat => _segments.Sum(segment => (long)segment.Size.Positions) > options.GreatMerge;

    /// <summary>Adds a segment behind the others and merges what is due, or begins to, but for a great merge.</summary>
    public void Add(WriterSegment segment)
    {
        _segments.Add(segment);
        if (_merge is { IsDone: true })
            TakeMerge();
        // The sources of a merge stay until it is taken, even when all of one is deleted meanwhile.
        if (_merge is not null)
            return;
        DropEmpty();
        while (_merge is null && FindDue(options.GreatMerge) is var (start, count))
            Merge(start, count, inBackground: options.Threads > 1);
    }

    /// <summary>Deletes the document with an id from the segment that has it.</summary>
    public void Delete(string id)
    {
        foreach (WriterSegment segment in _segments)
            segment.Delete(id);
    }

    /// <summary>Ends every merge that is due; the great ones only when told to.</summary>
    public void EndMerges(bool withGreat)
    {
        if (_merge is not null)
            TakeMerge();
        DropEmpty();
        while (FindDue(withGreat ? IndexLimits.SegmentPositions : options.GreatMerge) is var (start, count))
            Merge(start, count, inBackground: false);
    }

    /// <summary>Merges everything into as few segments as hold it.</summary>
    public void MergeAll()
    {
        EndMerges(withGreat: true);
        for (int start = 0; start < _segments.Count; start++)
        {
            int count = 0;
            for (long total = 0; start + count < _segments.Count; count++)
            {
                total += _segments[start + count].Size.Positions;
                if (total > IndexLimits.SegmentPositions)
                    break;
            }

            if (count > 1)
                Merge(start, count, inBackground: false);
        }
    }

    /// <summary>The segments as they are now, for a snapshot that shares their files.</summary>
    public IReadOnlyList<(SegmentReader Reader, LiveDocs Live)> Share() =>
        [.. _segments.Where(segment => segment.Live.Count > 0).Select(segment => (segment.Reader, segment.Share()))];

    /// <summary>Writes the deletions that are in no file yet.</summary>
    public void WriteDeletions()
    {
        foreach (WriterSegment segment in _segments)
            store.WriteLive(segment);
    }

    /// <summary>Closes everything; a merge that is under way is waited for and forgotten.</summary>
    public void Release()
    {
        _merge?.Abandon();
        _merge = null;
        Release(_segments);
        _segments.Clear();
    }

    /// <summary>Forgets the segments of which everything is deleted: there is nothing to merge.</summary>
    private void DropEmpty()
    {
        Release(_segments.Where(segment => segment.Live.Count == 0));
        _segments.RemoveAll(segment => segment.Live.Count == 0);
    }

    /// <summary>The next merge of at most so many positions.</summary>
    private (int Start, int Count)? FindDue(long most) => _policy.Find([.. _segments.Select(segment => segment.Size)], most);

    private void Merge(int start, int count, bool inBackground)
    {
        _merge = new PendingMerge(_segments.GetRange(start, count), store, inBackground);
        if (!inBackground)
            TakeMerge();
    }

    private void TakeMerge()
    {
        PendingMerge merge = _merge!;
        _merge = null;
        WriterSegment merged = merge.Take();
        int start = _segments.IndexOf(merge.Sources[0]);
        Release(merge.Sources);
        _segments.RemoveRange(start, merge.Sources.Count);
        _segments.Insert(start, merged);
    }

    private static void Release(IEnumerable<WriterSegment> segments)
    {
        foreach (WriterSegment segment in segments)
            segment.Reader.Release();
    }
}
