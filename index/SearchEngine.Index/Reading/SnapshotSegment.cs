namespace SearchEngine.Index.Reading;

/// <summary>A segment as one snapshot sees it.</summary>
internal sealed class SnapshotSegment
{
    public SnapshotSegment(SegmentReader reader, LiveDocs live, int firstDocument)
    {
        Reader = reader;
        Live = live;
        FirstDocument = firstDocument;
        ReadOnlySpan<uint> lengths = reader.Lengths;
        for (int document = 0; document < lengths.Length; document++)
            LiveLength += live[document] ? lengths[document] : 0;
    }

    public SegmentReader Reader { get; }

    public LiveDocs Live { get; }

    /// <summary>The snapshot's number of the segment's document 0.</summary>
    public int FirstDocument { get; }

    /// <summary>Sum of the live documents' lengths.</summary>
    public long LiveLength { get; }
}
