namespace SearchEngine.Index.Store;

/// <summary>
/// A directory where files are made durable in the background: their sync returns at once, so that whoever writes the
/// next file does not wait for the disk. Nothing may rely on a file before <see cref="AwaitSyncs"/> has returned.
/// </summary>
/// <param name="inner">Where everything happens.</param>
internal sealed class DeferredSyncDirectory(IDirectory inner) : IDirectory, IDisposable
{
    /// <summary>Files that may wait for their sync, so that a slow disk is not left behind and no limit of open files
    /// met.</summary>
    private const int MostWaiting = 64;

    private readonly Lock _lock = new();
    private readonly SemaphoreSlim _free = new(MostWaiting);

    /// <summary>The syncs that were asked for, one behind the other.</summary>
    private Task _last = Task.CompletedTask;

    public IReadOnlyList<string> List() => inner.List();

    public long Length(string name) => inner.Length(name);

    public IFileWriter Create(string name) => new Writer(this, inner.Create(name));

    public MappedFile OpenRead(string name) => inner.OpenRead(name);

    public void Rename(string from, string to) => inner.Rename(from, to);

    public void Delete(string name) => inner.Delete(name);

    public void SyncDirectory() => inner.SyncDirectory();

    public IDisposable LockForWriting() => inner.LockForWriting();

    /// <summary>Waits until every sync that was asked for is done; throws what the first that failed threw. Those
    /// behind it were not tried.</summary>
    public void AwaitSyncs()
    {
        Task last;
        lock (_lock)
            last = _last;
        last.GetAwaiter().GetResult();
    }

    /// <summary>Waits until nobody is at work; whether the files are durable concerns nobody any more.</summary>
    public void Dispose()
    {
        Task last;
        lock (_lock)
            last = _last;
        Task.WhenAny(last).GetAwaiter().GetResult();
        _free.Dispose();
    }

    private void Defer(IFileWriter file)
    {
        _free.Wait();
        lock (_lock)
            _last = SyncBehind(_last, file);
    }

    private async Task SyncBehind(Task before, IFileWriter file)
    {
        try
        {
            await before.ConfigureAwait(false);
            // A thread of its own: it waits for the disk, and those of the pool have work.
            await Task.Factory.StartNew(
                file.Sync, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).ConfigureAwait(false);
        }
        finally
        {
            file.Dispose();
            _free.Release();
        }
    }

    private sealed class Writer(DeferredSyncDirectory owner, IFileWriter target) : IFileWriter
    {
        private bool _isWanted;

        public void Write(ReadOnlySpan<byte> bytes) => target.Write(bytes);

        public void Sync() => _isWanted = true;

        public void Dispose()
        {
            if (_isWanted)
                owner.Defer(target);
            else
                target.Dispose();
        }
    }
}
