namespace SearchEngine.Index.Codec;

/// <summary>What the dictionary says of a term.</summary>
/// <param name="Count">Number of its occurrences, at least 1.</param>
/// <param name="Documents">Number of documents with one, deleted ones among them.</param>
/// <param name="Single">The position, when there is one.</param>
/// <param name="Offset">Where its positions begin in the postings file's section; its places lie behind them.</param>
/// <param name="Length">Bytes of the positions, 0 when there is one or when the term has only places.</param>
/// <param name="PlacesLength">Bytes of the list of places, 0 when it has none.</param>
internal readonly record struct TermEntry(int Count, int Documents, int Single, long Offset, int Length, int PlacesLength)
{
    /// <summary>Occurrences from which on a term has a list of places: fewer positions are looked up one by one in
    /// three microseconds, and their lists would make the index greater by a thirtieth.</summary>
    public const int PlacesFrom = 1_024;

    /// <summary>Occurrences from which on a character alone has one: without it all pairs that it begins are
    /// read.</summary>
    public const int CharacterFrom = 256;

    /// <summary>Where the list of places begins.</summary>
    public long PlacesOffset => Offset + Length;

    /// <summary>Bytes of all its lists.</summary>
    public long TotalLength => (long)Length + PlacesLength;
}
