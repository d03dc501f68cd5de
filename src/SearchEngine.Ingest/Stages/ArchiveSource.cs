using SearchEngine.Archive;
using SearchEngine.Archive.Reading;
using SearchEngine.Reports.Model;

namespace SearchEngine.Ingest.Stages;

/// <summary>Reads captures out of the archive: one by its place, or all of them in the order of their writing.</summary>
/// <param name="folder">The archive's folder.</param>
internal sealed class ArchiveSource(string folder)
{
    // A file that is still being written; readers know it by its final name.
    private const string OpenMark = ".open";

    /// <summary>The capture's body, transfer and content codings undone.</summary>
    /// <exception cref="ArchiveDamagedException">The record is missing or damaged.</exception>
    public byte[] Body(Capture capture) =>
        Revisits.ReadHolderAt(folder, new RecordLocation(capture.WarcFile, capture.WarcOffset)).ReadPayload();

    /// <summary>Every response and file that the archive holds; damaged places are passed over (check reports them).</summary>
    public IEnumerable<ArchivedCapture> All() => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder, "*.warc.gz*")
            .Select(path => path.EndsWith(OpenMark, StringComparison.Ordinal) ? path[..^OpenMark.Length] : path)
            .Distinct().Order(StringComparer.Ordinal)
            .SelectMany(path => new WarcReader(path).ReadAll())
            .Select(entry => entry.Record).OfType<WarcRecord>().Select(ToCapture).OfType<ArchivedCapture>()
        : [];

    /// <summary>The name in file:///NAME or file:///NAME#ID; null for another address.</summary>
    public static string? FileName(string url) => Uri.TryCreate(url, UriKind.Absolute, out Uri? uri) && uri.IsFile
        ? Uri.UnescapeDataString(uri.AbsolutePath.TrimStart('/'))
        : null;

    private ArchivedCapture? ToCapture(WarcRecord record)
    {
        if (record is not { TargetUri: { } url, Date: { } date } || record.BlockCut)
            return null;
        RecordLocation at = record.Location;
        if (record.Type == "resource")
        {
            string digest = PageIdentity.Hex(record.Block.Span);
            return new ArchivedCapture(
                new Capture(url, date, 0, record.ContentType, digest, at.File, at.Offset), FileName(url), Revisit: false);
        }

        return record.Type is "response" or "revisit" && record.ReadHttp() is { } http && BodyDigest(record, http) is { } body
            ? new ArchivedCapture(
                new Capture(url, date, http.Status, http.Header("Content-Type"), body, at.File, at.Offset), null, record.IsSamePayload)
            : null;
    }

    // A revisit's body has the digest of the body that it points to; null when that is gone.
    private string? BodyDigest(WarcRecord record, HttpMessage http)
    {
        if (!record.IsSamePayload)
            return PageIdentity.Hex(http.Body.Span);
        try
        {
            return Revisits.HolderOf(folder, record).ReadHttp() is { } held ? PageIdentity.Hex(held.Body.Span) : null;
        }
        catch (ArchiveDamagedException)
        {
            return null;
        }
    }
}
