using SearchEngine.Index.Reading;

namespace SearchEngine.Index.Indexing;

/// <summary>A segment as the writer holds it: with the deletions that are not committed yet.</summary>
internal sealed class WriterSegment(SegmentReader reader, SegmentEntry entry, LiveDocs live, bool liveIsWritten)
{
    private bool _owned;

    public SegmentReader Reader { get; } = reader;

    /// <summary>As it would be committed, once <see cref="LiveIsWritten"/>.</summary>
    public SegmentEntry Entry { get; private set; } = entry;

    public LiveDocs Live { get; private set; } = live;

    public bool LiveIsWritten { get; private set; } = liveIsWritten;

    public SegmentSize Size => new(Reader.Positions, Reader.Documents, Live.Count);

    public void Delete(string id)
    {
        int document = Reader.Find(id, Live);
        if (document < 0)
            return;
        // The bits may be in use by a snapshot of this process.
        if (!_owned)
            Live = Live.Copy();
        _owned = true;
        Live.Delete(document);
        LiveIsWritten = false;
    }

    /// <summary>The live documents of this moment; later deletions go into a copy.</summary>
    public LiveDocs Share()
    {
        _owned = false;
        return Live;
    }

    public void SetLive(SegmentEntry entry)
    {
        Entry = entry;
        LiveIsWritten = true;
    }
}
