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
    // When the last look began: a commit made while it went on may have been missed, and is found an interval later.
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
            long now = time.GetTimestamp();
            if (current is null)
            {
                current = new IndexSnapshot(Open());
                looked = now;
            }

            lease = new Lease(current);
            if (looking || time.GetElapsedTime(looked, now) < interval)
                return lease;
            looking = true;
            looked = now;
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
