using SearchEngine.Index.Analysis;
using SearchEngine.Index.Reading;
using SearchEngine.Index.Store;

namespace SearchEngine.Search.Service;

/// <summary>
/// Hands out the newest snapshot of an index. Safe for all threads; a search is never blocked by a commit.
/// </summary>
/// <param name="open">Opens the directory; throws <see cref="IndexMissingException"/> while there is none.</param>
/// <param name="analyzer">The index's analyzer.</param>
/// <param name="interval">How often a newer commit is looked for.</param>
/// <param name="time">The clock.</param>
internal sealed class SnapshotSource(Func<IDirectory> open, IAnalyzer analyzer, TimeSpan interval, TimeProvider time)
    : IDisposable
{
    private readonly Lock gate = new();
    private IndexSnapshot? current;
    private long looked;
    private bool looking;
    private bool disposed;

    /// <summary>The newest snapshot, held for the caller until it disposes of the lease.</summary>
    public Lease Acquire()
    {
        Lease lease;
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(disposed, this);
            bool isFirst = current is null;
            current ??= new IndexSnapshot(Open());
            lease = new Lease(current);
            if (isFirst)
                looked = time.GetTimestamp();
            if (looking || time.GetElapsedTime(looked) < interval)
                return lease;
            looking = true;
        }

        return Follow(lease);
    }

    /// <summary>
    /// Looks for a newer commit, outside the lock: meanwhile other searches go on with the snapshot there is.
    /// </summary>
    private Lease Follow(Lease lease)
    {
        IndexReader? newer = null;
        try
        {
            newer = lease.Snapshot.OpenNewer();
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            // The index is being built anew in its folder: what was opened still answers.
        }
        finally
        {
            lock (gate)
            {
                looking = false;
                looked = time.GetTimestamp();
                if (newer is not null && disposed)
                    newer.Dispose();
                else if (newer is not null)
                {
                    current!.Release();
                    current = new IndexSnapshot(newer);
                    lease.Dispose();
                    lease = new Lease(current);
                }
            }
        }

        return lease;
    }

    public void Dispose()
    {
        lock (gate)
        {
            disposed = true;
            current?.Release();
            current = null;
        }
    }

    private IndexReader Open()
    {
        try
        {
            return IndexReader.Open(open(), analyzer);
        }
        catch (FileNotFoundException e)
        {
            throw new IndexMissingException(e);
        }
    }

    /// <summary>A snapshot in use.</summary>
    internal sealed class Lease : IDisposable
    {
        public Lease(IndexSnapshot snapshot)
        {
            snapshot.AddReference();
            Snapshot = snapshot;
        }

        public IndexSnapshot Snapshot { get; }

        public void Dispose() => Snapshot.Release();
    }
}
