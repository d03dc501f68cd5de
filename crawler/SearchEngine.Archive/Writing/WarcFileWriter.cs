using SearchEngine.Archive.Durability;
using SearchEngine.Archive.Gzip;

namespace SearchEngine.Archive.Writing;

/// <summary>
/// One archive file while it grows under its <c>.open</c> name. One record is one gzip member, appended in one write, so
/// a crash can cut the last member only.
/// </summary>
internal sealed class WarcFileWriter : IDisposable
{
    private readonly string _folder;
    private readonly string _path;
    private readonly IArchiveDisk _disk;
    private readonly Stream _stream;

    /// <param name="folder">An existing folder.</param>
    /// <param name="name">Final name, ending in <c>.warc.gz</c>; must be unused.</param>
    /// <param name="disk">Where it is written.</param>
    public WarcFileWriter(string folder, string name, IArchiveDisk disk)
    {
        Name = name;
        _folder = folder;
        _path = Path.Combine(folder, name);
        _disk = disk;
        _stream = disk.Create(_path + WarcNames.OpenMark);
        disk.SyncFolder(folder);
    }

    public string Name { get; }

    public long Length { get; private set; }

    /// <returns>The offset at which the record's member begins.</returns>
    public long Append(ReadOnlySpan<byte> record)
    {
        byte[] member = GzipFile.Compress(record);
        long offset = Length;
        _stream.Write(member);
        Length += member.Length;
        return offset;
    }

    /// <summary>Returns when everything appended is on disk.</summary>
    public void Sync() => _disk.Sync(_stream);

    /// <summary>Makes the file one that never changes again: contents to disk, final name, folder to disk.</summary>
    public void Finish()
    {
        Sync();
        _stream.Dispose();
        _disk.Rename(_path + WarcNames.OpenMark, _path);
        _disk.SyncFolder(_folder);
    }

    public void Dispose() => _stream.Dispose();
}
