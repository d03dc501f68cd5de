using SearchEngine.Index.Store;

namespace SearchEngine.TestKit.Storage;

/// <summary>
/// Counts storage operations and fails one of them, or all from one on, or writes only half before it fails.
/// </summary>
public sealed class FaultyDirectory(IDirectory inner) : IDirectory
{
    /// <summary>Operations up to now.</summary>
    public int Operations { get; private set; }

    /// <summary>Number of the operation that fails, from 1; 0 for none.</summary>
    public int FailAt { get; set; }

    /// <summary>True when all later ones fail too.</summary>
    public bool FailForEver { get; set; }

    /// <summary>True when a failing write leaves half of its bytes.</summary>
    public bool WriteHalf { get; set; }

    public IReadOnlyList<string> List() => inner.List();

    public long Length(string name) => inner.Length(name);

    public IFileWriter Create(string name)
    {
        Count();
        return new FaultyWriter(this, inner.Create(name));
    }

    public MappedFile OpenRead(string name)
    {
        Count();
        return inner.OpenRead(name);
    }

    public void Rename(string from, string to)
    {
        Count();
        inner.Rename(from, to);
    }

    public void Delete(string name)
    {
        Count();
        inner.Delete(name);
    }

    public void SyncDirectory()
    {
        Count();
        inner.SyncDirectory();
    }

    public IDisposable LockForWriting() => inner.LockForWriting();

    private void Count()
    {
        if (Fails())
            throw new IOException($"Operation {Operations} was made to fail.");
    }

    private bool Fails()
    {
        Operations++;
        return FailAt > 0 && (Operations == FailAt || (FailForEver && Operations > FailAt));
    }

    private sealed class FaultyWriter(FaultyDirectory owner, IFileWriter inner) : IFileWriter
    {
        public void Write(ReadOnlySpan<byte> bytes)
        {
            if (!owner.Fails())
            {
                inner.Write(bytes);
                return;
            }

            if (owner.WriteHalf)
                inner.Write(bytes[..(bytes.Length / 2)]);
            throw new IOException($"Operation {owner.Operations} was made to fail.");
        }

        public void Sync()
        {
            owner.Count();
            inner.Sync();
        }

        public void Dispose() => inner.Dispose();
    }
}
