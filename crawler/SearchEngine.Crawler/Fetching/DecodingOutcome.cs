namespace SearchEngine.Crawler.Fetching;

/// <summary>What undoing a content encoding came to.</summary>
public enum DecodingOutcome
{
    Whole,

    /// <summary>Stopped at the length or ratio limit: a compression bomb, or a page nobody reads.</summary>
    TooLong,

    /// <summary>The encoded bytes break off or are wrong.</summary>
    Damaged,

    /// <summary>An encoding we did not ask for, or several; nothing was decoded.</summary>
    Unsupported,
}
