using System.Text;
using SearchEngine.Archive;
using SearchEngine.Archive.Reading;
using SearchEngine.Archive.Writing;

namespace SearchEngine.Ingest.Stages;

/// <summary>
/// Reads the responses and files of WARC files, of another program or another store. A revisit gets the body of a response
/// read before, in this file or one read earlier.
/// </summary>
internal sealed class WarcImport
{
    private readonly Dictionary<string, (string File, long Offset)> _holders = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The file's responses and resources in order; damaged records are named in <paramref name="skipped"/>.</summary>
    public IEnumerable<ImportedCapture> Read(string file, List<string> skipped)
    {
        foreach (WarcEntry entry in new WarcReader(file).ReadAll())
        {
            skipped.AddRange(entry.Findings.Select(finding => $"{file}：{finding.Message}"));
            if (entry.Record is { TargetUri: not null, BlockCut: false } record && Capture(record, file, skipped) is { } capture)
                yield return capture;
        }
    }

    private ImportedCapture? Capture(WarcRecord record, string file, List<string> skipped)
    {
        if (record.Type == "resource")
        {
            return new ImportedCapture.File(
                record.TargetUri!, record.ContentType ?? "application/octet-stream", record.Block.ToArray());
        }

        if (record is not { Type: "response" or "revisit", Date: { } date } || record.ReadHttp() is not { } http)
            return null;
        if (record.Type == "response" && record.StatedPayloadDigest is { } digest)
            _holders.TryAdd(digest, (file, record.Location.Offset));
        ReadOnlyMemory<byte> body = http.WithoutChunks();
        if (record.IsSamePayload)
        {
            if (BodyOf(record) is not { } held)
            {
                skipped.Add($"{file}：{record.TargetUri} 是 revisit 记录，所指的原件不在导入的文件里");
                return null;
            }

            body = held;
        }

        return new ImportedCapture.Response(
            new HttpCapture { Url = record.TargetUri!, FetchedAt = date, ResponseHead = Head(http), Body = body },
            http.Status,
            http.Header("Content-Type"));
    }

    private ReadOnlyMemory<byte>? BodyOf(WarcRecord revisit)
    {
        if (revisit.StatedPayloadDigest is not { } digest || !_holders.TryGetValue(digest, out (string File, long Offset) holder))
            return null;
        try
        {
            return new WarcReader(holder.File).ReadAt(holder.Offset).ReadHttp()?.WithoutChunks();
        }
        catch (ArchiveDamagedException)
        {
            return null;
        }
    }

    private static byte[] Head(HttpMessage http)
    {
        var head = new StringBuilder(http.StartLine).Append("\r\n");
        foreach ((string name, string value) in http.Headers)
            head.Append(name).Append(": ").Append(value).Append("\r\n");
        return Encoding.Latin1.GetBytes(head.Append("\r\n").ToString());
    }
}

/// <summary>What a record of somebody's WARC file holds.</summary>
internal abstract record ImportedCapture
{
    /// <summary>A response.</summary>
    public sealed record Response(HttpCapture Http, int Status, string? ContentType) : ImportedCapture;

    /// <summary>A file that was imported there, or a resource captured without HTTP.</summary>
    public sealed record File(string Url, string ContentType, byte[] Content) : ImportedCapture;
}
