namespace SearchEngine.Archive;

/// <summary>What is wrong with an archive at some place.</summary>
public enum ArchiveFindingKind
{
    /// <summary>The compressed bytes are damaged or cut off.</summary>
    BadCompression,

    /// <summary>No record begins here, or it breaks off.</summary>
    BadRecord,

    /// <summary>A named field is missing or repeated.</summary>
    BadHeader,

    /// <summary>The two line ends behind a record are missing.</summary>
    MissingEnd,

    /// <summary>A stated digest does not agree with the bytes.</summary>
    BadDigest,

    /// <summary>The HTTP message does not agree with its own length.</summary>
    BadHttp,

    /// <summary>A file that a killed writer left open.</summary>
    LeftOpen,

    /// <summary>The file cannot be opened or read.</summary>
    Unreadable,
}
