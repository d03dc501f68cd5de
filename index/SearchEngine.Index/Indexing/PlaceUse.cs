namespace SearchEngine.Index.Indexing;

/// <summary>What occurrences by stretch are counted for.</summary>
[Flags]
internal enum PlaceUse
{
    None = 0,

    /// <summary>For the term's own list of places.</summary>
    OfTerm = 1,

    /// <summary>For the list of the character that the pair begins with.</summary>
    OfCharacter = 2,
}
