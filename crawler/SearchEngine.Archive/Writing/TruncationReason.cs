namespace SearchEngine.Archive.Writing;

/// <summary>Why a block is shorter than what the server had (WARC 1.1 section 5.13).</summary>
public enum TruncationReason
{
    /// <summary>A size limit.</summary>
    Length,

    /// <summary>A time limit.</summary>
    Time,

    /// <summary>The connection broke.</summary>
    Disconnect,

    /// <summary>Some other cause.</summary>
    Unspecified,
}
