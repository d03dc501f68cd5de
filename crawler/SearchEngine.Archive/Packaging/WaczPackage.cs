using System.Globalization;
using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using SearchEngine.Archive.Gzip;
using SearchEngine.Archive.Indexing;

namespace SearchEngine.Archive.Packaging;

/// <summary>
/// Writes an archive folder as one WACZ 1.1.1 file, which replay tools open as it is. Archive files are copied through,
/// never held in memory; what is held is the index, some 300 bytes a capture. The same archive gives the same bytes.
/// </summary>
public static class WaczPackage
{
    private const int LinesPerBlock = 1024;

    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    /// <param name="folder">The archive folder; files that a writer still has open are left out.</param>
    /// <param name="target">Writable and seekable, such as a new file; left open.</param>
    /// <param name="title">Title of the package.</param>
    /// <param name="pages">Its table of contents, in the order wanted.</param>
    /// <param name="progress">Told the name of each file before it is copied.</param>
    /// <param name="cancellation">Stops between two files.</param>
    /// <returns>Captures in the index.</returns>
    public static int Write(
        string folder,
        Stream target,
        string title,
        IEnumerable<WaczPage> pages,
        IProgress<string>? progress = null,
        CancellationToken cancellation = default)
    {
        using ZipArchive zip = new(target, ZipArchiveMode.Create, leaveOpen: true);
        WaczEntries entries = new(zip);
        List<CdxEntry> index = [];
        foreach (FileInfo file in ArchiveFiles.Finished(folder))
        {
            cancellation.ThrowIfCancellationRequested();
            progress?.Report(file.Name);
            using FileStream warc = file.OpenRead();
            entries.Add("archive/" + file.Name, warc.CopyTo);
            index.AddRange(CdxIndex.Of(file.FullName));
        }

        index.Sort();
        List<string> blocks = [];
        entries.Add("indexes/index.cdx.gz", stream => WriteBlocks(index, stream, blocks));
        entries.Add("indexes/index.idx", stream => WriteLines(stream, blocks));
        entries.Add("pages/pages.jsonl", stream => WriteLines(stream, PageLines(pages)));
        string created = index.Count == 0 ? "" : index.Max(entry => entry.Timestamp)!;
        byte[] package = JsonSerializer.SerializeToUtf8Bytes(
            new DataPackage("data-package", "1.1.1", title, "SearchEngine/0.1", IsoTime(created), entries.Resources), Options);
        string digest = entries.AddUnlisted("datapackage.json", package);
        entries.AddUnlisted(
            "datapackage-digest.json",
            JsonSerializer.SerializeToUtf8Bytes(new PackageDigest("datapackage.json", digest), Options));
        return index.Count;
    }

    // Blocks that can be unpacked one by one, and a line for each in the index of the index: a reader takes two steps.
    private static void WriteBlocks(List<CdxEntry> index, Stream stream, List<string> blocks)
    {
        blocks.Add("""!meta 0 {"format": "cdxj-gzip-1.0", "filename": "index.cdx.gz"}""" + "\n");
        long offset = 0;
        foreach (CdxEntry[] lines in index.Chunk(LinesPerBlock))
        {
            byte[] block = GzipFile.Compress(System.Text.Encoding.UTF8.GetBytes(string.Concat(lines.Select(l => l.Line))));
            stream.Write(block);
            string place = JsonSerializer.Serialize(
                new BlockPlace(offset, block.Length, "sha256:" + WaczEntries.Hash(block)), Options);
            blocks.Add($"{lines[0].Key} {lines[0].Timestamp} {place}\n");
            offset += block.Length;
        }
    }

    private static IEnumerable<string> PageLines(IEnumerable<WaczPage> pages)
    {
        yield return """{"format":"json-pages-1.0","id":"pages","title":"All Pages","hasText":false}""" + "\n";
        foreach (WaczPage page in pages)
        {
            string time = page.CapturedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
            yield return JsonSerializer.Serialize(new PageLine(page.Id, page.Url, time, page.Title), Options) + "\n";
        }
    }

    private static void WriteLines(Stream stream, IEnumerable<string> lines)
    {
        foreach (string line in lines)
        {
            stream.Write(System.Text.Encoding.UTF8.GetBytes(line));
        }
    }

    // The package is as old as its newest capture, so that nothing but the archive decides its bytes.
    private static string? IsoTime(string timestamp) => DateTime.TryParseExact(
        timestamp, "yyyyMMddHHmmss", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime time)
        ? time.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)
        : null;

    private sealed record DataPackage(
        string Profile,
        [property: JsonPropertyName("wacz_version")] string WaczVersion,
        string Title,
        string Software,
        string? Created,
        IReadOnlyList<WaczResource> Resources);

    private sealed record PackageDigest(string Path, string Hash);

    private sealed record BlockPlace(long Offset, int Length, string Digest);

    private sealed record PageLine(string Id, string Url, string Ts, string? Title);
}
