namespace SearchEngine.Crawler.Frontier;

/// <summary>Where an address stands within a run.</summary>
public enum VisitState
{
    Queued = 0,

    /// <summary>Its response is kept and read.</summary>
    Done = 1,

    /// <summary>An error status, or no response after all retries.</summary>
    Failed = 2,

    /// <summary>robots.txt, or the address, forbids it.</summary>
    Refused = 3,

    /// <summary>A challenge was served in its place.</summary>
    Blocked = 4,
}
