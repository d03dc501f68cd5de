using SearchEngine.Index.Store;

namespace SearchEngine.Search.Tests.Service;

/// <summary>A directory in which something happens between the listing of its files and what a reader makes of the list.</summary>
internal sealed class InterruptedListing(IDirectory inner) : IDirectory
{
    /// <summary>What happens at the next listing, once.</summary>
    public Action? Meanwhile { get; set; }

    public IReadOnlyList<string> List()
    {
        IReadOnlyList<string> names = inner.List();
        Action? once = Meanwhile;
        Meanwhile = null;
        once?.Invoke();
        return names;
    }

    public long Length(string name) => inner.Length(name);

    public IFileWriter Create(string name) => inner.Create(name);

    public MappedFile OpenRead(string name) => inner.OpenRead(name);

    public void Rename(string from, string to) => inner.Rename(from, to);

    public void Delete(string name) => inner.Delete(name);

    public void SyncDirectory() => inner.SyncDirectory();

    public IDisposable LockForWriting() => inner.LockForWriting();
}
