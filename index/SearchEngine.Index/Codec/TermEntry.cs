namespace SearchEngine.Index.Codec;

/// <summary>What the dictionary says of a term.</summary>
/// <param name="Count">Number of its positions, at least 1.</param>
/// <param name="Single">The position, when there is one.</param>
/// <param name="Offset">Where its list begins in the postings file's section.</param>
/// <param name="Length">Bytes of the list, 0 when there is one position.</param>
internal readonly record struct TermEntry(int Count, int Single, long Offset, int Length);
