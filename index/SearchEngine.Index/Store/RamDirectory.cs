using System.Collections.Concurrent;

namespace SearchEngine.Index.Store;

/// <summary>An index in memory, for tests and for small passing collections. Syncs do nothing: nothing here
/// survives.</summary>
public sealed class RamDirectory : IDirectory
{
    private readonly ConcurrentDictionary<string, MemoryStream> _files = new(StringComparer.Ordinal);
    private int _locked;

    public IReadOnlyList<string> List() => [.. _files.Keys];

    public long Length(string name) => Find(name).Length;

    public IFileWriter Create(string name)
    {
        FileNames.Require(name);
        MemoryStream content = new();
        return _files.TryAdd(name, content) ? new RamWriter(content) : throw new IOException($"{name} exists already.");
    }

    public MappedFile OpenRead(string name)
    {
        MemoryStream content = Find(name);
        return new ArrayFile(content.GetBuffer().AsMemory(0, (int)content.Length));
    }

    public void Rename(string from, string to)
    {
        FileNames.Require(to);
        _files[to] = Find(from);
        _files.TryRemove(from, out _);
    }

    public void Delete(string name) => _files.TryRemove(name, out _);

    public void SyncDirectory()
    {
    }

    public IDisposable LockForWriting() =>
        Interlocked.Exchange(ref _locked, 1) == 0 ? new Held(this) : throw new WriteLockHeldException("memory");

    private MemoryStream Find(string name) =>
        _files.TryGetValue(name, out MemoryStream? content) ? content : throw new FileNotFoundException(null, name);

    private sealed class RamWriter(MemoryStream content) : IFileWriter
    {
        public void Write(ReadOnlySpan<byte> bytes) => content.Write(bytes);

        public void Sync()
        {
        }

        public void Dispose()
        {
        }
    }

    private sealed class Held(RamDirectory owner) : IDisposable
    {
        public void Dispose() => Volatile.Write(ref owner._locked, 0);
    }
}
