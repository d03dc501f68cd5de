namespace SearchEngine.Index.Indexing;

/// <summary>What the merge policy looks at.</summary>
internal readonly record struct SegmentSize(long Positions, int Documents, int Live);
