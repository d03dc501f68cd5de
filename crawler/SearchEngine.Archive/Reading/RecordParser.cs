using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SearchEngine.Archive.Reading;

/// <summary>Reads one record from plain bytes (WARC 1.1 section 4) and verifies what it states of itself.</summary>
internal sealed class RecordParser(ArchiveLimits limits)
{
    /// <param name="input">Stands at the version line.</param>
    /// <param name="location">Given to the record.</param>
    /// <param name="faults">Receives what is wrong without making the record unreadable.</param>
    /// <exception cref="InvalidDataException">Not a record, or one that breaks off; the message says which.</exception>
    public WarcRecord Read(RecordInput input, RecordLocation location, ICollection<RecordFault> faults)
    {
        string version = ReadVersion(input);
        List<KeyValuePair<string, string>> headers = ReadHeaders(input, faults);
        long length = ReadLength(headers);
        string? stated = Find(headers, WarcNames.BlockDigest);
        StatedDigest? digest = stated is null ? null : StatedDigest.Parse(stated);
        using IncrementalHash? hash = digest?.Begin();

        byte[] block = ReadBlock(input, length, hash);
        WarcRecord record = new(location, version, headers, length)
        {
            Block = block,
            BlockDigest = stated is null ? DigestOutcome.NotStated
                : hash is null ? DigestOutcome.Unknown
                : digest!.Compare(hash),
        };
        record.PayloadDigest = PayloadOutcome(record);
        if (!input.TryTake("\r\n\r\n"u8))
        {
            faults.Add(new RecordFault(ArchiveFindingKind.MissingEnd, "记录后面缺少两个换行。"));
        }

        return record;
    }

    private static string? Find(List<KeyValuePair<string, string>> headers, string name) =>
        headers.Find(h => string.Equals(h.Key, name, StringComparison.OrdinalIgnoreCase)).Value;

    private static string ReadVersion(RecordInput input)
    {
        byte[]? line = input.ReadLine(64);
        string version = line is null ? "" : Encoding.Latin1.GetString(line);
        return version.StartsWith("WARC/1.", StringComparison.Ordinal)
            ? version
            : throw new InvalidDataException("这里不是 WARC 记录的开头。");
    }

    private static long ReadLength(List<KeyValuePair<string, string>> headers)
    {
        string? text = Find(headers, WarcNames.ContentLength);
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long length)
            ? length
            : throw new InvalidDataException($"Content-Length 缺失或不是数字（{Shown(text)}）。");
    }

    private static string Shown(string? text) => text is null ? "无" : text[..Math.Min(text.Length, 40)];

    private List<KeyValuePair<string, string>> ReadHeaders(RecordInput input, ICollection<RecordFault> faults)
    {
        List<string> lines = [];
        int left = limits.MaxHeaderBytes;
        while (true)
        {
            byte[] line = input.ReadLine(left)
                ?? throw new InvalidDataException($"记录首部被截断，或超过 {limits.MaxHeaderBytes} 字节。");
            if (line.Length == 0)
            {
                break;
            }

            left -= line.Length + 2;
            lines.Add(Encoding.UTF8.GetString(line));
        }

        List<KeyValuePair<string, string>> headers = FieldLines.Parse(lines);
        IEnumerable<string> repeated = headers
            .GroupBy(h => h.Key, StringComparer.OrdinalIgnoreCase)
            .Where(g => g.Count() > 1 && !string.Equals(g.Key, WarcNames.ConcurrentTo, StringComparison.OrdinalIgnoreCase))
            .Select(g => g.Key);
        foreach (string name in repeated)
        {
            faults.Add(new RecordFault(ArchiveFindingKind.BadHeader, $"字段 {Shown(name)} 重复。"));
        }

        foreach (string name in (string[])[WarcNames.Type, WarcNames.RecordId, WarcNames.Date])
        {
            if (Find(headers, name) is null)
            {
                faults.Add(new RecordFault(ArchiveFindingKind.BadHeader, $"缺少必填字段 {name}。"));
            }
        }

        return headers;
    }

    private byte[] ReadBlock(RecordInput input, long length, IncrementalHash? hash)
    {
        if (length > limits.MaxRecordBytes)
        {
            throw new InvalidDataException($"记录长度 {length} 超过上限 {limits.MaxRecordBytes}。");
        }

        using MemoryStream kept = new((int)Math.Min(length, 1 << 20));
        byte[] buffer = new byte[32 << 10];
        long left = length;
        while (left > 0)
        {
            int count = input.Read(buffer.AsSpan(0, (int)Math.Min(buffer.Length, left)));
            if (count == 0)
            {
                throw new InvalidDataException($"记录被截断，还缺 {left} 字节。");
            }

            hash?.AppendData(buffer, 0, count);
            kept.Write(buffer, 0, (int)Math.Min(count, limits.MaxBlockBytesKept - kept.Length));
            left -= count;
        }

        return kept.ToArray();
    }

    private DigestOutcome PayloadOutcome(WarcRecord record)
    {
        if (record[WarcNames.PayloadDigest] is not { } stated)
        {
            return DigestOutcome.NotStated;
        }

        if (StatedDigest.Parse(stated) is not { } digest)
        {
            return DigestOutcome.Unknown;
        }

        // A revisit states the digest of the payload it refers to, not of its own.
        if (record.BlockCut || record.Type == "revisit")
        {
            return DigestOutcome.NotChecked;
        }

        if (!record.IsHttp)
        {
            return digest.Compare(record.Block.Span);
        }

        if (record.ReadHttp(limits) is not { } message)
        {
            return DigestOutcome.NotChecked;
        }

        // Tools disagree whether the payload is taken with or without its chunks; either is honest.
        DigestOutcome raw = digest.Compare(message.Body.Span);
        return raw == DigestOutcome.Matches || !message.IsChunked
            ? raw
            : digest.Compare(message.WithoutChunks().Span);
    }
}
