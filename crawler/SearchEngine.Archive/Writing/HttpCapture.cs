using System.Net;
using SearchEngine.Archive.Reading;

namespace SearchEngine.Archive.Writing;

/// <summary>One HTTP exchange as it goes into the archive.</summary>
public sealed record HttpCapture
{
    /// <summary>The address asked for, absolute.</summary>
    public required string Url { get; init; }

    /// <summary>When the response's first byte came.</summary>
    public required DateTimeOffset FetchedAt { get; init; }

    /// <summary>The address that was connected to; null when it is not known.</summary>
    public IPAddress? RemoteAddress { get; init; }

    /// <summary>Request line and fields as sent, ending in an empty line. Empty: no request record is written.</summary>
    public ReadOnlyMemory<byte> RequestHead { get; init; }

    /// <summary>
    /// Status line and fields as received, ending in an empty line. The writer leaves out <c>Transfer-Encoding</c>,
    /// which is not true of <see cref="Body"/>; every other byte stays.
    /// </summary>
    public required ReadOnlyMemory<byte> ResponseHead { get; init; }

    /// <summary>The body as sent, after the transfer coding and before the content coding is undone.</summary>
    public required ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>Why the body is not whole; null when it is.</summary>
    public TruncationReason? Truncated { get; init; }

    /// <summary>
    /// A record of the same folder whose payload has these very bytes. The response is then written as a revisit that
    /// holds its own head and points there for the body. Null: the body is written.
    /// </summary>
    public WarcRecord? SamePayloadAs { get; init; }

    /// <summary>Further facts for a metadata record (<c>via</c>, <c>fetchTimeMs</c>); none is written when empty.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Metadata { get; init; } = [];
}
