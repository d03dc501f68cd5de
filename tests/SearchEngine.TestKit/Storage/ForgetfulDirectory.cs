using SearchEngine.Index.Store;

namespace SearchEngine.TestKit.Storage;

/// <summary>
/// Makes a correct writer break the commit protocol: it leaves out one kind of sync. A test of power cuts that does not
/// fail on it proves nothing.
/// </summary>
public sealed class ForgetfulDirectory(IDirectory inner, ForgottenSync forgotten) : IDirectory
{
    private bool _renamed;

    public IReadOnlyList<string> List() => inner.List();

    public long Length(string name) => inner.Length(name);

    public IFileWriter Create(string name) =>
        forgotten == ForgottenSync.Files ? new ForgetfulWriter(inner.Create(name)) : inner.Create(name);

    public MappedFile OpenRead(string name) => inner.OpenRead(name);

    public void Rename(string from, string to)
    {
        inner.Rename(from, to);
        _renamed = true;
    }

    public void Delete(string name) => inner.Delete(name);

    public void SyncDirectory()
    {
        bool isForgotten = forgotten == (_renamed ? ForgottenSync.FolderAfterRename : ForgottenSync.FolderBeforeRename);
        _renamed = false;
        if (!isForgotten)
            inner.SyncDirectory();
    }

    public IDisposable LockForWriting() => inner.LockForWriting();

    private sealed class ForgetfulWriter(IFileWriter inner) : IFileWriter
    {
        public void Write(ReadOnlySpan<byte> bytes) => inner.Write(bytes);

        public void Sync()
        {
        }

        public void Dispose() => inner.Dispose();
    }
}
