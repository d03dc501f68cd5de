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
        WarcReader.ReadAt(folder, new RecordLocation(capture.WarcFile, capture.WarcOffset)).ReadPayload();

    /// <summary>Every response and file that the archive holds; damaged places are passed over (check reports them).</summary>
    public IEnumerable<(Capture Capture, string? FileName)> All() => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder, "*.warc.gz*")
            .Select(path => path.EndsWith(OpenMark, StringComparison.Ordinal) ? path[..^OpenMark.Length] : path)
            .Distinct().Order(StringComparer.Ordinal)
            .SelectMany(path => new WarcReader(path).ReadAll())
            .Select(entry => entry.Record).OfType<WarcRecord>().Select(ToCapture).OfType<(Capture, string?)>()
        : [];

    /// <summary>The name in file:///NAME or file:///NAME#ID; null for another address.</summary>
    public static string? FileName(string url) => Uri.TryCreate(url, UriKind.Absolute, out Uri? uri) && uri.IsFile
        ? Uri.UnescapeDataString(uri.AbsolutePath.TrimStart('/'))
        : null;

    private static (Capture Capture, string? FileName)? ToCapture(WarcRecord record)
    {
        if (record is not { TargetUri: { } url, Date: { } date } || record.BlockCut)
            return null;
        RecordLocation at = record.Location;
        if (record.Type == "resource")
        {
            return (new Capture(url, date, 0, record.ContentType, PageIdentity.Hex(record.Block.Span), at.File, at.Offset), FileName(url));
        }

        return record.Type == "response" && record.ReadHttp() is { } http
            ? (new Capture(url, date, http.Status, http.Header("Content-Type"), PageIdentity.Hex(http.Body.Span), at.File, at.Offset), null)
            : null;
    }
}
