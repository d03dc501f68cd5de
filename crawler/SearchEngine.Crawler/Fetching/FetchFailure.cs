namespace SearchEngine.Crawler.Fetching;

/// <summary>Why no response came.</summary>
public enum FetchFailure
{
    /// <summary>No address, no connection, or the connection broke before the head was whole.</summary>
    Network,

    /// <summary>The name servers say that there is no such host.</summary>
    UnknownHost,

    /// <summary>A time limit.</summary>
    Timeout,

    /// <summary>The certificate or the handshake.</summary>
    Tls,

    /// <summary>The host leads to an address that may not be connected to.</summary>
    AddressRefused,

    /// <summary>What came is no HTTP response, or its head is beyond the limit.</summary>
    Protocol,
}
