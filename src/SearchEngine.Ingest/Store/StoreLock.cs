namespace SearchEngine.Ingest.Store;

/// <summary>One writing process a store. The kernel lets the lock go when its process dies, however it dies.</summary>
internal sealed class StoreLock : IDisposable
{
    private readonly FileStream _handle;

    private StoreLock(FileStream handle) => _handle = handle;

    /// <exception cref="StoreBusyException">Another process is writing to this store.</exception>
    public static StoreLock Take(StoreFolder store)
    {
        try
        {
            return new StoreLock(new FileStream(store.LockFile, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new StoreBusyException($"另一个进程正在写“{store.Root}”。等它做完再试，或用 --store 另指一个文件夹。");
        }
    }

    public void Dispose() => _handle.Dispose();
}
