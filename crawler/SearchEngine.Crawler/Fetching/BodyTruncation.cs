namespace SearchEngine.Crawler.Fetching;

/// <summary>Why a body is not whole.</summary>
public enum BodyTruncation
{
    /// <summary>Longer than the limit.</summary>
    Length,

    /// <summary>Too slow.</summary>
    Time,

    /// <summary>The connection broke.</summary>
    Disconnect,

    /// <summary>Of a type that is not collected; none of it was read.</summary>
    Unwanted,
}
