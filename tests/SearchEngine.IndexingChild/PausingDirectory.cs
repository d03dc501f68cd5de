using System.Globalization;
using SearchEngine.Index.Store;

namespace SearchEngine.IndexingChild;

/// <summary>
/// Stops the process at a named point of the commit protocol, says "paused", and waits there to be killed. A point is
/// <c>NAME</c> or <c>NAME/N</c> for the N-th time. For several threads: all that come there wait.
/// </summary>
internal sealed class PausingDirectory : IDirectory
{
    private readonly IDirectory _inner;
    private readonly string _point;
    private int _left;
    private int _segments;
    private bool _renamed;

    public PausingDirectory(IDirectory inner, string point)
    {
        _inner = inner;
        string[] parts = point.Split('/');
        _point = parts[0];
        _left = parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 1;
    }

    public IReadOnlyList<string> List() => _inner.List();

    public long Length(string name) => _inner.Length(name);

    public IFileWriter Create(string name)
    {
        // The first segment of a commit is its documents, any further one is a merge.
        if (name.EndsWith(".text", StringComparison.Ordinal))
            Interlocked.Increment(ref _segments);
        return new PausingWriter(this, _inner.Create(name));
    }

    public MappedFile OpenRead(string name) => _inner.OpenRead(name);

    public void Rename(string from, string to)
    {
        Reach(to == "commit_1" ? "first-commit" : "before-rename");
        _inner.Rename(from, to);
        _renamed = true;
        Reach("after-rename");
    }

    public void Delete(string name)
    {
        if (!name.EndsWith(".tmp", StringComparison.Ordinal))
            Reach("before-delete");
        _inner.Delete(name);
    }

    public void SyncDirectory()
    {
        if (!_renamed)
            Reach("after-flush");
        _inner.SyncDirectory();
        if (_renamed)
            Reach("after-commit");
        _renamed = false;
        Volatile.Write(ref _segments, 0);
    }

    public IDisposable LockForWriting() => _inner.LockForWriting();

    private void Reach(string point)
    {
        if (point != _point || Interlocked.Decrement(ref _left) > 0)
            return;
        Console.WriteLine("paused");
        // The input ends with the parent, so that no child is left behind when the parent is killed first.
        _ = Console.In.ReadToEnd();
        Environment.Exit(3);
    }

    private sealed class PausingWriter(PausingDirectory owner, IFileWriter inner) : IFileWriter
    {
        public void Write(ReadOnlySpan<byte> bytes)
        {
            int half = bytes.Length / 2;
            inner.Write(bytes[..half]);
            owner.Reach("mid-write");
            if (Volatile.Read(ref owner._segments) > 1)
                owner.Reach("mid-merge");
            inner.Write(bytes[half..]);
        }

        public void Sync()
        {
            owner.Reach("before-sync");
            inner.Sync();
            owner.Reach("after-sync");
        }

        public void Dispose() => inner.Dispose();
    }
}
