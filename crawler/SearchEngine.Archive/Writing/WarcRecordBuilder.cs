using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SearchEngine.Archive.Reading;

namespace SearchEngine.Archive.Writing;

/// <summary>Puts one record's bytes together: version line, fields, block, two line ends (WARC 1.1 section 4).</summary>
internal sealed class WarcRecordBuilder
{
    private readonly StringBuilder _head = new(512);

    public WarcRecordBuilder(string type, string id, DateTimeOffset date)
    {
        _head.Append(WarcNames.Version).Append("\r\n");
        Field(WarcNames.Type, type);
        Field(WarcNames.RecordId, id);
        Field(WarcNames.Date, date.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
    }

    public static string NewId() => $"<urn:uuid:{Guid.NewGuid()}>";

    /// <summary>Base32 of the SHA-1: the form that every reader of archives knows.</summary>
    public static string Digest(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[SHA1.HashSizeInBytes];
        SHA1.HashData(bytes, hash);
        return "sha1:" + Base32.Encode(hash);
    }

    /// <summary>Adds a field; a line end in the value becomes a space, so that no value can forge a field.</summary>
    public WarcRecordBuilder Field(string name, string value)
    {
        _head.Append(name).Append(": ").Append(value.ReplaceLineEndings(" ")).Append("\r\n");
        return this;
    }

    /// <summary>
    /// Adds the target address; what no address may hold (blanks, controls, letters beyond ASCII) is percent-encoded.
    /// </summary>
    public WarcRecordBuilder Target(string url)
    {
        StringBuilder clean = new(url.Length);
        foreach (byte value in Encoding.UTF8.GetBytes(url))
        {
            if (value is <= (byte)' ' or >= 0x7F or (byte)'<' or (byte)'>')
            {
                clean.Append(CultureInfo.InvariantCulture, $"%{value:X2}");
            }
            else
            {
                clean.Append((char)value);
            }
        }

        return Field(WarcNames.TargetUri, clean.ToString());
    }

    /// <summary>Points to the record that holds the payload: by id, by address and time, and by its place.</summary>
    public WarcRecordBuilder RefersTo(WarcRecord holder)
    {
        FieldIfStated(WarcNames.RefersTo, holder.Id);
        FieldIfStated(WarcNames.RefersToUri, holder.TargetUri);
        FieldIfStated(WarcNames.RefersToDate, holder[WarcNames.Date]);
        Field(WarcNames.RefersToFile, holder.Location.File);
        return Field(WarcNames.RefersToOffset, holder.Location.Offset.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>The whole record. <paramref name="block"/> is digested here.</summary>
    public byte[] Build(string contentType, ReadOnlySpan<byte> block)
    {
        Field(WarcNames.ContentType, contentType);
        Field(WarcNames.BlockDigest, Digest(block));
        Field(WarcNames.ContentLength, block.Length.ToString(CultureInfo.InvariantCulture));
        _head.Append("\r\n");
        byte[] head = Encoding.UTF8.GetBytes(_head.ToString());
        byte[] record = new byte[head.Length + block.Length + 4];
        head.CopyTo(record, 0);
        block.CopyTo(record.AsSpan(head.Length));
        "\r\n\r\n"u8.CopyTo(record.AsSpan(head.Length + block.Length));
        return record;
    }

    private void FieldIfStated(string name, string? value)
    {
        if (value is not null)
        {
            Field(name, value);
        }
    }
}
