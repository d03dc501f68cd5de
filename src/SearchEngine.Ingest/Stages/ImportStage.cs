using System.IO.Compression;
using System.Text;
using SearchEngine.Archive;
using SearchEngine.Archive.Writing;
using SearchEngine.Reports.Catalogue;
using SearchEngine.Reports.Model;

namespace SearchEngine.Ingest.Stages;

/// <summary>
/// Takes files into the archive, byte for byte, before anything reads them. A file that is already held, name and bytes,
/// is passed over.
/// </summary>
internal sealed class ImportStage(
    WarcWriter archive, CatalogueWriter catalogue, KnownBodies known, IProgress<StageProgress>? progress, TimeProvider time)
{
    private const int RecordsPerSync = 256;
    private const long MaxFileBytes = 256L << 20;

    private readonly List<string> _skipped = [];
    private readonly List<ArchivedCapture> _pending = [];
    private readonly WarcImport _warc = new();
    private int _imported;
    private int _held;

    public ImportSummary Run(IReadOnlyList<string> paths, CancellationToken cancellation)
    {
        List<string> files = [.. paths.SelectMany(ImportFiles.Under)];
        int done = 0;
        foreach (string file in files)
        {
            cancellation.ThrowIfCancellationRequested();
            progress?.Report(new StageProgress("导入", done++, files.Count, Path.GetFileName(file)));
            try
            {
                Import(file, cancellation);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException or InvalidDataException)
            {
                _skipped.Add($"{file}：读不出来（{error.Message}）");
            }
        }

        Flush();
        progress?.Report(new StageProgress("导入", files.Count, files.Count, ""));
        return new ImportSummary(files.Count, _imported, _held, _skipped);
    }

    private void Import(string file, CancellationToken cancellation)
    {
        switch (ImportFiles.FormatOf(file))
        {
            case ImportFormat.Page:
                ImportPage(file);
                break;
            case ImportFormat.Jsonl:
                ImportLines(file, cancellation);
                break;
            case ImportFormat.Warc:
                ImportWarc(file, cancellation);
                break;
            default:
                _skipped.Add($"{file}：不认识这种文件，可导入 {ImportFiles.Known}");
                break;
        }
    }

    private void ImportPage(string file)
    {
        if (new FileInfo(file).Length > MaxFileBytes)
        {
            _skipped.Add($"{file}：超过 {MaxFileBytes >> 20} MiB");
            return;
        }

        byte[] bytes = File.ReadAllBytes(file);
        string name = Path.GetFileName(file);
        if (bytes.Length == 0)
            _skipped.Add($"{file}：空文件");
        else
            Add("file:///" + Uri.EscapeDataString(name), ImportFiles.ContentTypeOf(file), bytes, name);
    }

    private void ImportLines(string file, CancellationToken cancellation)
    {
        using Stream raw = File.OpenRead(file);
        using Stream stream = file.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(raw, CompressionMode.Decompress) : raw;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        string name = Path.GetFileName(file);
        for (long number = 1; reader.ReadLine() is { } line; number++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (string.IsNullOrWhiteSpace(line))
                continue;
            byte[] bytes = Encoding.UTF8.GetBytes(line);
            try
            {
                string id = JsonlDocument.Read(bytes).Id!;
                Add("file:///" + Uri.EscapeDataString(name) + "#" + Uri.EscapeDataString(id), JsonlDocument.ContentType, bytes, name);
            }
            catch (FormatException error)
            {
                _skipped.Add($"{file} 第 {number} 行：{error.Message}");
            }

            if (number % RecordsPerSync == 0)
                progress?.Report(new StageProgress("导入", number, 0, name));
        }
    }

    private void ImportWarc(string file, CancellationToken cancellation)
    {
        foreach (ImportedCapture capture in _warc.Read(file, _skipped))
        {
            cancellation.ThrowIfCancellationRequested();
            switch (capture)
            {
                case ImportedCapture.Response response:
                    Add(response);
                    break;
                case ImportedCapture.File resource:
                    Add(resource.Url, resource.ContentType, resource.Content, ArchiveSource.FileName(resource.Url) ?? resource.Url);
                    break;
            }
        }
    }

    private void Add(ImportedCapture.Response response)
    {
        HttpCapture http = response.Http;
        string digest = PageIdentity.Hex(http.Body.Span);
        if (catalogue.HoldsCapture(http.Url, http.FetchedAt, digest))
        {
            _held++;
            return;
        }

        http = known.Shared(http, digest);
        RecordLocation location = archive.Append(http);
        Enter(new ArchivedCapture(
            new Capture(
                http.Url, http.FetchedAt, response.Status, response.ContentType, digest, location.File, location.Offset),
            null,
            Revisit: http.SamePayloadAs is not null));
    }

    private void Add(string url, string contentType, byte[] bytes, string name)
    {
        string digest = PageIdentity.Hex(bytes);
        if (catalogue.HoldsFile(name, digest) || _pending.Exists(p => p.FileName == name && p.Capture.Digest == digest))
        {
            _held++;
            return;
        }

        DateTimeOffset now = time.GetUtcNow();
        RecordLocation location = archive.Append(new FileCapture(url, now, contentType, bytes));
        Enter(new ArchivedCapture(
            new Capture(url, now, 0, contentType, digest, location.File, location.Offset), name, Revisit: false));
    }

    private void Enter(ArchivedCapture capture)
    {
        _pending.Add(capture);
        _imported++;
        if (_pending.Count >= RecordsPerSync)
            Flush();
    }

    // The archive is on disk before the catalogue speaks of it.
    private void Flush()
    {
        if (_pending.Count == 0)
            return;
        archive.Sync();
        catalogue.Begin();
        foreach ((Capture capture, string? fileName, bool revisit) in _pending)
            catalogue.AddCapture(capture, fileName, revisit);
        catalogue.Commit();
        _pending.Clear();
    }
}

/// <summary>What an import did.</summary>
/// <param name="Files">Files looked at.</param>
/// <param name="Imported">Files, lines and records taken in.</param>
/// <param name="Held">Those already held.</param>
/// <param name="Skipped">What could not be taken in, each with the reason.</param>
public sealed record ImportSummary(int Files, int Imported, int Held, IReadOnlyList<string> Skipped);
