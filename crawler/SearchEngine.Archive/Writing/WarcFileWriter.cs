using SearchEngine.Archive.Durability;
using SearchEngine.Archive.Gzip;

namespace SearchEngine.Archive.Writing;

/// <summary>
/// One archive file while it grows under its <c>.open</c> name. One record is one gzip member, appended in one write, so
/// a crash can cut the last member only.
/// </summary>
internal sealed class WarcFileWriter : IDisposable
{
    private readonly string _path;
    private readonly FileStream _stream;

    /// <param name="folder">An existing folder.</param>
    /// <param name="name">Final name, ending in <c>.warc.gz</c>; must be unused.</param>
    public WarcFileWriter(string folder, string name)
    {
        Name = name;
        _path = Path.Combine(folder, name);
        _stream = new FileStream(
            _path + WarcNames.OpenMark,
            new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.Write,
                Share = FileShare.Read,
                BufferSize = 0,
            });
        DurableFiles.SyncDirectory(folder);
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
    public void Sync() => _stream.Flush(flushToDisk: true);

    /// <summary>Makes the file one that never changes again: contents to disk, final name, folder to disk.</summary>
    public void Finish()
    {
        Sync();
        _stream.Dispose();
        DurableFiles.Rename(_path + WarcNames.OpenMark, _path);
    }

    public void Dispose() => _stream.Dispose();
}
