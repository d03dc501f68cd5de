using SearchEngine.Archive.Gzip;

namespace SearchEngine.Archive.Reading;

/// <summary>
/// Reads archive files: one record at its place, or a file from end to end. Knows compressed files (one member a record,
/// or several records in one) and plain ones, also from other tools.
/// </summary>
public sealed class WarcReader
{
    private readonly string _path;
    private readonly string _name;
    private readonly ArchiveLimits _limits;

    /// <param name="path">A file; where only its <c>.open</c> twin exists, that one is read.</param>
    /// <param name="limits">Bounds of reading; the default ones when null.</param>
    public WarcReader(string path, ArchiveLimits? limits = null)
    {
        _path = File.Exists(path) || !File.Exists(path + WarcNames.OpenMark) ? path : path + WarcNames.OpenMark;
        string name = Path.GetFileName(_path);
        _name = name.EndsWith(WarcNames.OpenMark, StringComparison.Ordinal) ? name[..^WarcNames.OpenMark.Length] : name;
        _limits = limits ?? ArchiveLimits.Default;
    }

    /// <summary>Reads the record at a place in an archive folder.</summary>
    /// <exception cref="ArchiveDamagedException">The file is missing, or no sound record stands there.</exception>
    /// <exception cref="ArgumentException">The location names more than a plain file.</exception>
    public static WarcRecord ReadAt(string folder, RecordLocation location, ArchiveLimits? limits = null)
    {
        if (location.File.Length == 0 || Path.GetFileName(location.File) != location.File || location.File is "." or "..")
        {
            throw new ArgumentException("存档位置只能是文件名，不能带目录。", nameof(location));
        }

        return new WarcReader(Path.Combine(folder, location.File), limits).ReadAt(location.Offset);
    }

    /// <summary>Reads the record that begins at an offset.</summary>
    /// <exception cref="ArchiveDamagedException">The file is missing, or no sound record stands there.</exception>
    public WarcRecord ReadAt(long offset)
    {
        try
        {
            using FileStream file = OpenFile();
            RecordParser parser = new(_limits);
            if (offset < 0 || offset >= file.Length)
            {
                throw new InvalidDataException("偏移超出文件长度。");
            }

            if (GzipFile.BeginsMember(file, offset))
            {
                using GzipMemberStream member = new(file, offset);
                return parser.Read(new RecordInput(member), new RecordLocation(_name, offset), []);
            }

            file.Position = offset;
            return parser.Read(new RecordInput(file), new RecordLocation(_name, offset), []);
        }
        catch (Exception e) when (e is InvalidDataException or FileNotFoundException or DirectoryNotFoundException)
        {
            throw new ArchiveDamagedException(_name, offset, e.Message, e);
        }
    }

    /// <summary>
    /// Every record in order, one in memory at a time. Damage gives a finding; reading goes on at the next record that
    /// can be found.
    /// </summary>
    /// <exception cref="IOException">The file cannot be opened or read.</exception>
    public IEnumerable<WarcEntry> ReadAll()
    {
        using FileStream file = OpenFile();
        IEnumerable<WarcEntry> entries = IsGzip(file)
            ? new GzipRecords(file, _name, _limits).ReadAll()
            : new PlainRecords(file, _name, _limits).ReadAll();
        foreach (WarcEntry entry in entries)
        {
            yield return entry;
        }
    }

    /// <summary>
    /// The first bytes say it; where they are damaged and say neither, a compressed record further on does.
    /// </summary>
    private static bool IsGzip(FileStream file)
    {
        if (GzipFile.BeginsMember(file, 0))
        {
            return true;
        }

        ReadOnlySpan<byte> version = "WARC/1."u8;
        byte[] head = new byte[version.Length];
        file.Position = 0;
        file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        return !version.SequenceEqual(head) && GzipFile.FirstMemberOf(file, version) is not null;
    }

    // A live file is still being appended to, and is renamed when it is finished.
    private FileStream OpenFile() => new(
        _path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 64 << 10, FileOptions.None);
}
