using System.Globalization;

namespace SearchEngine.Archive.Reading;

/// <summary>One record as it was read.</summary>
public sealed class WarcRecord
{
    internal WarcRecord(
        RecordLocation location, string version, IReadOnlyList<KeyValuePair<string, string>> headers, long length)
    {
        Location = location;
        Version = version;
        Headers = headers;
        ContentLength = length;
    }

    public RecordLocation Location { get; }

    /// <summary><c>WARC/1.0</c> or <c>WARC/1.1</c>, as written.</summary>
    public string Version { get; }

    /// <summary>The record's named fields in order, as written.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; }

    /// <summary>Length of the block as stated and read, in bytes.</summary>
    public long ContentLength { get; }

    /// <summary>The block, up to <see cref="ArchiveLimits.MaxBlockBytesKept"/>.</summary>
    public ReadOnlyMemory<byte> Block { get; internal init; }

    /// <summary>True when <see cref="Block"/> holds only the beginning.</summary>
    public bool BlockCut => Block.Length < ContentLength;

    public DigestOutcome BlockDigest { get; internal init; }

    public DigestOutcome PayloadDigest { get; internal set; } = DigestOutcome.NotStated;

    /// <summary><c>response</c>, <c>request</c>, <c>resource</c>, <c>metadata</c>, <c>warcinfo</c>, <c>revisit</c>…</summary>
    public string Type => this[WarcNames.Type] ?? "";

    public string? Id => this[WarcNames.RecordId];

    /// <summary>The captured address; null for records without one. Angle brackets, as some tools write, are gone.</summary>
    public string? TargetUri => this[WarcNames.TargetUri]?.Trim('<', '>');

    public string? ContentType => this[WarcNames.ContentType];

    /// <summary>Null when it is missing or not a date.</summary>
    public DateTimeOffset? Date => DateTimeOffset.TryParse(
        this[WarcNames.Date],
        CultureInfo.InvariantCulture,
        DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
        out DateTimeOffset date)
        ? date
        : null;

    /// <summary>True when the block is an HTTP message.</summary>
    public bool IsHttp => ContentType is { } type
        && type.TrimStart().StartsWith("application/http", StringComparison.OrdinalIgnoreCase);

    /// <summary>True for a capture whose body is held by an earlier record; <see cref="Revisits"/> finds it.</summary>
    public bool IsSamePayload => Type == "revisit"
        && this[WarcNames.Profile]?.Contains("identical-payload-digest", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>The payload's digest as the record states it; null when it does not.</summary>
    public string? StatedPayloadDigest => this[WarcNames.PayloadDigest];

    /// <summary>The first field of that name, in any case; null when there is none.</summary>
    public string? this[string name] =>
        Headers.FirstOrDefault(h => string.Equals(h.Key, name, StringComparison.OrdinalIgnoreCase)).Value;

    /// <summary>The HTTP message in the block; null when it is none, or its head has no end within the limit.</summary>
    public HttpMessage? ReadHttp(ArchiveLimits? limits = null) =>
        IsHttp ? HttpMessage.Parse(Block, (limits ?? ArchiveLimits.Default).MaxHttpHeadBytes) : null;

    /// <summary>
    /// What the capture holds: the HTTP body with chunks and content encodings undone, or else the block.
    /// </summary>
    /// <param name="limits">Bounds the result by <see cref="ArchiveLimits.MaxPayloadBytes"/>; it is cut there.</param>
    /// <exception cref="ArchiveDamagedException">The encoded body is damaged from its first byte.</exception>
    public byte[] ReadPayload(ArchiveLimits? limits = null)
    {
        ArchiveLimits bounds = limits ?? ArchiveLimits.Default;
        if (!IsHttp)
        {
            return Block[..Math.Min(Block.Length, bounds.MaxPayloadBytes)].ToArray();
        }

        HttpMessage message = ReadHttp(bounds)
            ?? throw new ArchiveDamagedException(Location.File, Location.Offset, "HTTP 报文没有完整的首部。");
        try
        {
            return message.DecodeBody(bounds.MaxPayloadBytes);
        }
        catch (InvalidDataException e)
        {
            throw new ArchiveDamagedException(Location.File, Location.Offset, "正文的压缩编码已损坏。", e);
        }
    }
}
