using SearchEngine.Index.Store;

namespace SearchEngine.TestKit.Storage;

/// <summary>
/// Counts storage operations (create, write, sync, map, rename, delete, sync of the folder), makes one of them fail,
/// and counts what is open. For several threads.
/// </summary>
public sealed class FaultyDirectory(IDirectory inner) : IDirectory
{
    private int _open;
    private int _operations;

    /// <summary>Operations up to now.</summary>
    public int Operations => _operations;

    /// <summary>Number of the operation that fails, from 1; 0 for none.</summary>
    public int FailAt { get; set; }

    public StorageFault Fault { get; set; }

    /// <summary>Writers, mappings and locks that were opened and not disposed of.</summary>
    public int OpenHandles => _open;

    public IReadOnlyList<string> List() => inner.List();

    public long Length(string name) => inner.Length(name);

    public IFileWriter Create(string name)
    {
        if (Fails(takesSpace: true))
            throw Failure();
        IFileWriter writer = inner.Create(name);
        Interlocked.Increment(ref _open);
        return new FaultyWriter(this, writer);
    }

    public MappedFile OpenRead(string name)
    {
        Require();
        MappedFile file = inner.OpenRead(name);
        Interlocked.Increment(ref _open);
        return new CountedFile(this, file);
    }

    public void Rename(string from, string to)
    {
        Require();
        inner.Rename(from, to);
    }

    public void Delete(string name)
    {
        Require();
        inner.Delete(name);
    }

    public void SyncDirectory()
    {
        Require();
        inner.SyncDirectory();
    }

    public IDisposable LockForWriting()
    {
        IDisposable held = inner.LockForWriting();
        Interlocked.Increment(ref _open);
        return new CountedLock(this, held);
    }

    private void Require()
    {
        if (Fails(takesSpace: false))
            throw Failure();
    }

    private IOException Failure() => new($"Operation {Operations} was made to fail ({Fault}).");

    private bool Fails(bool takesSpace)
    {
        int operation = Interlocked.Increment(ref _operations);
        if (FailAt == 0 || operation < FailAt)
            return false;
        return Fault switch
        {
            StorageFault.FromThenOn => true,
            StorageFault.DiskFull => takesSpace,
            _ => operation == FailAt,
        };
    }

    private sealed class FaultyWriter(FaultyDirectory owner, IFileWriter inner) : IFileWriter
    {
        private bool _closed;

        public void Write(ReadOnlySpan<byte> bytes)
        {
            if (!owner.Fails(takesSpace: true))
            {
                inner.Write(bytes);
                return;
            }

            if (owner.Fault is StorageFault.ShortWrite or StorageFault.DiskFull)
                inner.Write(bytes[..(bytes.Length / 2)]);
            throw owner.Failure();
        }

        public void Sync()
        {
            owner.Require();
            inner.Sync();
        }

        public void Dispose()
        {
            inner.Dispose();
            if (!_closed)
                Interlocked.Decrement(ref owner._open);
            _closed = true;
        }
    }

    private sealed class CountedFile(FaultyDirectory owner, MappedFile inner) : MappedFile
    {
        private bool _closed;

        public override long Length => inner.Length;

        public override ReadOnlySpan<byte> Slice(long offset, int length) => inner.Slice(offset, length);

        protected override void Dispose(bool disposing)
        {
            inner.Dispose();
            if (!_closed)
                Interlocked.Decrement(ref owner._open);
            _closed = true;
            base.Dispose(disposing);
        }
    }

    private sealed class CountedLock(FaultyDirectory owner, IDisposable inner) : IDisposable
    {
        public void Dispose()
        {
            inner.Dispose();
            Interlocked.Decrement(ref owner._open);
        }
    }
}
