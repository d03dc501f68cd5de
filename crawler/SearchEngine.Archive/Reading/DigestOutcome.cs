namespace SearchEngine.Archive.Reading;

/// <summary>What comparing a stated digest with the bytes gave.</summary>
public enum DigestOutcome
{
    /// <summary>The record states none.</summary>
    NotStated,

    Matches,

    Differs,

    /// <summary>An algorithm or a spelling that is not known here.</summary>
    Unknown,

    /// <summary>The bytes were not all at hand: the block is longer than a reader keeps.</summary>
    NotChecked,
}
