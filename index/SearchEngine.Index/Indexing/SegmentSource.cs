using SearchEngine.Index.Reading;

namespace SearchEngine.Index.Indexing;

/// <summary>Documents that go into a new segment.</summary>
/// <param name="Content">Where they are.</param>
/// <param name="Kept">Which of them, ascending; the array is owned by this record.</param>
internal sealed record SegmentSource(ISegmentContent Content, int[] Kept);
