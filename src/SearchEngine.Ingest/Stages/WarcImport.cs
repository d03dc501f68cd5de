using System.Text;
using SearchEngine.Archive.Reading;
using SearchEngine.Archive.Writing;

namespace SearchEngine.Ingest.Stages;

/// <summary>Reads the responses and files of a WARC file, of another program or another store.</summary>
internal static class WarcImport
{
    /// <summary>The file's responses and resources in order; damaged records are named in <paramref name="skipped"/>.</summary>
    public static IEnumerable<ImportedCapture> Read(string file, List<string> skipped)
    {
        foreach (WarcEntry entry in new WarcReader(file).ReadAll())
        {
            skipped.AddRange(entry.Findings.Select(finding => $"{file}：{finding.Message}"));
            if (entry.Record is { Type: "resource", TargetUri: { } address, BlockCut: false } resource)
            {
                yield return new ImportedCapture.File(address, resource.ContentType ?? "application/octet-stream", resource.Block.ToArray());
            }
            else if (entry.Record is { Type: "response", TargetUri: { } url, Date: { } date, BlockCut: false } record
                && record.ReadHttp() is { } http)
            {
                yield return new ImportedCapture.Response(
                    new HttpCapture { Url = url, FetchedAt = date, ResponseHead = Head(http), Body = http.WithoutChunks() },
                    http.Status,
                    http.Header("Content-Type"));
            }
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
