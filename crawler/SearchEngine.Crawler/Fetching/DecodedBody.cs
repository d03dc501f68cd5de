namespace SearchEngine.Crawler.Fetching;

/// <summary>A body as it may be read.</summary>
/// <param name="Bytes">What came out; the beginning only, where <paramref name="Outcome"/> is not whole.</param>
/// <param name="Outcome">Whether that is all.</param>
public sealed record DecodedBody(ReadOnlyMemory<byte> Bytes, DecodingOutcome Outcome);
