using System.Numerics;

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
        ReadOnlySpan<uint> masks = reader.RoleMasks;
        for (int document = 0; document < masks.Length; document++)
        {
            for (uint mask = live[document] ? masks[document] : 0; mask != 0; mask &= mask - 1)
                RoleDocuments[BitOperations.TrailingZeroCount(mask)]++;
        }
    }

    public SegmentReader Reader { get; }

    public LiveDocs Live { get; }

    /// <summary>The snapshot's number of the segment's document 0.</summary>
    public int FirstDocument { get; }

    /// <summary>Sum of the live documents' lengths.</summary>
    public long LiveLength { get; }

    /// <summary>Live documents with a body paragraph of each role.</summary>
    public int[] RoleDocuments { get; } = new int[IndexLimits.Roles];
}
