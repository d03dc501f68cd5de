using SearchEngine.Index.Store;

namespace SearchEngine.TestKit.Storage;

/// <summary>
/// A directory on a disk of so many bytes: a write over it leaves what fits and fails; deleting frees.
/// </summary>
public sealed class QuotaDirectory(IDirectory inner, long quota) : IDirectory
{
    private readonly Dictionary<string, long> _lengths = inner.List().ToDictionary(
        name => name, inner.Length, StringComparer.Ordinal);

    /// <summary>The size of the disk; may grow.</summary>
    public long Quota { get; set; } = quota;

    /// <summary>Bytes of all files.</summary>
    public long Used => _lengths.Values.Sum();

    /// <summary>The greatest sum of bytes that there was.</summary>
    public long MostUsed { get; private set; }

    public IReadOnlyList<string> List() => inner.List();

    public long Length(string name) => inner.Length(name);

    public IFileWriter Create(string name)
    {
        IFileWriter writer = inner.Create(name);
        _lengths.Add(name, 0);
        return new QuotaWriter(this, name, writer);
    }

    public MappedFile OpenRead(string name) => inner.OpenRead(name);

    public void Rename(string from, string to)
    {
        inner.Rename(from, to);
        _lengths.Remove(from, out long length);
        _lengths[to] = length;
    }

    public void Delete(string name)
    {
        inner.Delete(name);
        _lengths.Remove(name);
    }

    public void SyncDirectory() => inner.SyncDirectory();

    public IDisposable LockForWriting() => inner.LockForWriting();

    private sealed class QuotaWriter(QuotaDirectory owner, string name, IFileWriter inner) : IFileWriter
    {
        public void Write(ReadOnlySpan<byte> bytes)
        {
            int fits = (int)Math.Clamp(owner.Quota - owner.Used, 0, bytes.Length);
            inner.Write(bytes[..fits]);
            owner._lengths[name] += fits;
            owner.MostUsed = Math.Max(owner.MostUsed, owner.Used);
            if (fits < bytes.Length)
                throw new IOException($"No space left: {fits} of {bytes.Length} bytes of {name} were written.");
        }

        public void Sync() => inner.Sync();

        public void Dispose() => inner.Dispose();
    }
}
