using System.Globalization;
using System.Text;
using SearchEngine.Archive.Reading;

namespace SearchEngine.Archive.Writing;

/// <summary>
/// Appends captures to an archive folder (WARC 1.1). A record counts as kept once <see cref="Sync"/> has returned, and
/// only then may anything (the catalogue above all) point at it. Not for use by several threads at once.
/// </summary>
public sealed class WarcWriter : IDisposable
{
    private readonly string _folder;
    private readonly WarcWriterOptions _options;
    private readonly FileStream _lock;
    private WarcFileWriter? _file;
    private string _infoId = "";
    private int _serial;
    private bool _broken;

    private WarcWriter(string folder, WarcWriterOptions options, FileStream heldLock)
    {
        _folder = folder;
        _options = options;
        _lock = heldLock;
        Recovered = WarcRecovery.Run(folder);
        _serial = HighestSerial(folder);
    }

    /// <summary>Files that an earlier writer had left open, finished when this one opened the folder.</summary>
    public IReadOnlyList<RecoveredFile> Recovered { get; }

    /// <summary>Opens a folder for writing, creates it where it is missing, and repairs what a crash left.</summary>
    /// <exception cref="ArchiveLockedException">Another writer has the folder.</exception>
    public static WarcWriter Open(string folder, WarcWriterOptions? options = null)
    {
        Directory.CreateDirectory(folder);
        FileStream heldLock;
        try
        {
            // A held handle is the lock: the kernel frees it when the process dies, so no stale lock can remain.
            heldLock = new FileStream(
                Path.Combine(folder, WarcNames.LockFile), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e)
        {
            throw new ArchiveLockedException(folder, e);
        }

        try
        {
            return new WarcWriter(folder, options ?? new WarcWriterOptions(), heldLock);
        }
        catch
        {
            heldLock.Dispose();
            throw;
        }
    }

    /// <summary>Writes the response, the request and, where there is metadata, a metadata record.</summary>
    /// <returns>The place of the response record.</returns>
    public RecordLocation Append(HttpCapture capture)
    {
        string responseId = WarcRecordBuilder.NewId();
        byte[] head = HttpHead.WithoutTransferEncoding(capture.ResponseHead.Span);
        bool unchanged = HttpHead.IsNotModified(head);
        WarcRecord? holder = unchanged ? null : capture.SamePayloadAs;
        bool revisit = unchanged || holder is not null;
        WarcRecordBuilder response = Begin(revisit ? "revisit" : "response", responseId, capture.FetchedAt, capture.Url);
        if (unchanged)
        {
            response.Field(WarcNames.Profile, WarcNames.NotModified);
        }
        else
        {
            response.Field(WarcNames.PayloadDigest, WarcRecordBuilder.Digest(capture.Body.Span));
        }

        if (holder is not null)
        {
            response.Field(WarcNames.Profile, WarcNames.SamePayload).RefersTo(holder);
        }

        if (capture.RemoteAddress is { } address)
        {
            response.Field(WarcNames.IpAddress, address.ToString());
        }

        // A revisit's block is the response without its body, which the standard wants said.
        if ((capture.Truncated ?? (holder is null ? null : TruncationReason.Length)) is { } reason)
        {
            response.Field(WarcNames.Truncated, reason.ToString().ToLowerInvariant());
        }

        ReadOnlyMemory<byte> body = holder is null ? capture.Body : default;

        return Write(file =>
        {
            long offset = file.Append(response.Build(WarcNames.HttpResponse, [.. head, .. body.Span]));
            AppendRequest(file, capture, responseId);
            AppendMetadata(file, capture, responseId);
            return offset;
        });
    }

    /// <summary>Writes an imported file as a resource record.</summary>
    public RecordLocation Append(FileCapture capture)
    {
        WarcRecordBuilder record = Begin("resource", WarcRecordBuilder.NewId(), capture.StoredAt, capture.Url)
            .Field(WarcNames.PayloadDigest, WarcRecordBuilder.Digest(capture.Content.Span));
        return Write(file => file.Append(record.Build(capture.ContentType, capture.Content.Span)));
    }

    /// <summary>Returns when every record appended so far is on disk. To be called before the catalogue commits.</summary>
    public void Sync() => Guarded(() =>
    {
        _file?.Sync();
        return 0;
    });

    /// <summary>Finishes the open file and gives the folder free. After a failed write the next opening repairs it.</summary>
    public void Dispose()
    {
        try
        {
            if (!_broken)
            {
                _file?.Finish();
            }
        }
        finally
        {
            _file?.Dispose();
            _file = null;
            _lock.Dispose();
        }
    }

    private static int HighestSerial(string folder) =>
        Directory.EnumerateFiles(folder, "*" + WarcNames.ClosedSuffix)
            .Select(path => Path.GetFileName(path)[..^WarcNames.ClosedSuffix.Length].Split('-')[^1])
            .Select(serial => int.TryParse(serial, NumberStyles.None, CultureInfo.InvariantCulture, out int n) ? n : 0)
            .DefaultIfEmpty(0)
            .Max();

    private WarcRecordBuilder Begin(string type, string id, DateTimeOffset date, string url)
    {
        Guarded(() =>
        {
            EnsureFile();
            return 0;
        });
        return new WarcRecordBuilder(type, id, date).Target(url).Field(WarcNames.InfoId, _infoId);
    }

    private void AppendRequest(WarcFileWriter file, HttpCapture capture, string responseId)
    {
        if (!capture.RequestHead.IsEmpty)
        {
            file.Append(Begin("request", WarcRecordBuilder.NewId(), capture.FetchedAt, capture.Url)
                .Field(WarcNames.ConcurrentTo, responseId)
                .Build(WarcNames.HttpRequest, capture.RequestHead.Span));
        }
    }

    private void AppendMetadata(WarcFileWriter file, HttpCapture capture, string responseId)
    {
        if (capture.Metadata.Count > 0)
        {
            file.Append(Begin("metadata", WarcRecordBuilder.NewId(), capture.FetchedAt, capture.Url)
                .Field(WarcNames.ConcurrentTo, responseId)
                .Build(WarcNames.Fields, FieldLines(capture.Metadata)));
        }
    }

    private static byte[] FieldLines(IEnumerable<KeyValuePair<string, string>> fields) =>
        Encoding.UTF8.GetBytes(string.Concat(fields.Select(f => $"{f.Key}: {f.Value.ReplaceLineEndings(" ")}\r\n")));

    private RecordLocation Write(Func<WarcFileWriter, long> append) => Guarded(() =>
    {
        WarcFileWriter file = _file!;
        RecordLocation location = new(file.Name, append(file));
        if (file.Length >= _options.Limits.MaxFileBytes)
        {
            file.Finish();
            _file = null;
        }

        return location;
    });

    private void EnsureFile()
    {
        if (_file is not null)
        {
            return;
        }

        DateTimeOffset now = _options.TimeProvider.GetUtcNow();
        string stamp = now.UtcDateTime.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture);
        string name = $"{_options.Prefix}-{stamp}-{++_serial:D5}{WarcNames.ClosedSuffix}";
        _file = new WarcFileWriter(_folder, name, _options.Disk);
        _infoId = WarcRecordBuilder.NewId();
        List<KeyValuePair<string, string>> about =
        [
            new("software", _options.Software),
            new("format", "WARC File Format 1.1"),
            new("conformsTo", "https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/"),
        ];
        if (_options.Operator is { } contact)
        {
            about.Add(new("operator", contact));
        }

        _file.Append(new WarcRecordBuilder("warcinfo", _infoId, now)
            .Field(WarcNames.Filename, name)
            .Build(WarcNames.Fields, FieldLines(about)));
    }

    /// <summary>A failed write may have left half a member: nothing may be appended behind it.</summary>
    private T Guarded<T>(Func<T> work)
    {
        if (_broken)
        {
            throw new IOException("一次写入失败后存档已停止写入；重新打开即可修复并继续。");
        }

        try
        {
            return work();
        }
        catch
        {
            _broken = true;
            throw;
        }
    }
}
