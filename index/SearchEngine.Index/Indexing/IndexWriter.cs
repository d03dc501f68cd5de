using SearchEngine.Index.Analysis;
using SearchEngine.Index.Reading;
using SearchEngine.Index.Schema;
using SearchEngine.Index.Store;

namespace SearchEngine.Index.Indexing;

/// <summary>
/// The one writer of an index. What it is told is seen by readers after <see cref="Commit"/>, all of it or nothing;
/// once Commit has returned, neither a killed process nor a power cut takes it back. Not for several threads.
/// </summary>
/// <remarks>
/// A storage operation that fails makes the writer unusable: what the storage holds then is unknown to it. Dispose of
/// it and open another; that one starts from the last commit.
/// </remarks>
public sealed class IndexWriter : IDisposable
{
    private const int KeptCommits = 2;

    private readonly IDirectory _directory;
    private readonly IAnalyzer _analyzer;
    private readonly IDisposable _lock;
    private readonly Threads _threads;

    /// <summary>With two threads, where segments are written to: their files are durable when a commit needs it.</summary>
    private readonly DeferredSyncDirectory? _deferred;
    private readonly SegmentStore _store;
    private readonly SegmentSet _segments;
    private readonly BufferQueue _buffers;
    private readonly IdFilter _ids = new();
    private CommitPoint _commit;
    private bool _failed;
    private bool _disposed;

    private IndexWriter(IDirectory directory, IAnalyzer analyzer, IndexWriterOptions options, IDisposable held, CommitPoint commit)
    {
        _directory = directory;
        _analyzer = analyzer;
        _lock = held;
        _commit = commit;
        _threads = new Threads(options.Threads > 1);
        if (_threads.AreTwo)
            _deferred = new DeferredSyncDirectory(directory);
        _store = new SegmentStore(
            _deferred ?? directory, commit.Schema, SegmentStore.NextFreeName(directory, commit.NextName), _threads);
        _segments = new SegmentSet(directory, commit.Schema, _store, options);
        _buffers = new BufferQueue(analyzer, commit.Schema, options, _store, _segments);
    }

    /// <summary>What was given along with the last commit; empty in a new index.</summary>
    public IReadOnlyDictionary<string, string> CommittedUserData => _commit.UserData;

    /// <summary>
    /// Opens an index for writing, creating it with an empty commit when the directory holds none. Files that a crash
    /// left behind are removed.
    /// </summary>
    /// <exception cref="WriteLockHeldException">Another writer is open.</exception>
    /// <exception cref="CorruptIndexException">The last commit is damaged.</exception>
    /// <exception cref="IndexFormatException">The index is of another version or analysis.</exception>
    /// <exception cref="SchemaMismatchException">The index has another schema.</exception>
    /// <exception cref="ArgumentException">The schema breaks a limit, or the options do.</exception>
    public static IndexWriter Open(
        IDirectory directory, IAnalyzer analyzer, IndexSchema schema, IndexWriterOptions? options = null)
    {
        options ??= new IndexWriterOptions();
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MergeFactor, 2);
        ArgumentOutOfRangeException.ThrowIfNegative(options.BufferBytes);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Threads, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.Threads, 2);
        SchemaRules.Require(schema);
        IDisposable held = directory.LockForWriting();
        IndexWriter? writer = null;
        try
        {
            IReadOnlyList<long> generations = CommitFile.Generations(directory);
            CommitPoint commit = generations.Count > 0
                ? CommitFile.Read(directory, generations[0])
                : CreateIndex(directory, analyzer, schema);
            if (commit.Analyzer != analyzer.Name)
                throw new IndexFormatException(
                    CommitFile.NameOf(commit.Generation), $"analysis {analyzer.Name}", commit.Analyzer);
            SchemaRules.RequireEqual(schema, commit.Schema);
            writer = new IndexWriter(directory, analyzer, options, held, commit);
            writer._segments.Open(commit, writer._ids.Add);
            writer.DeleteUnreferenced();
            return writer;
        }
        catch
        {
            writer?._segments.Release();
            held.Dispose();
            throw;
        }
    }

    /// <summary>Adds a document, in place of one with the same id.</summary>
    /// <exception cref="ArgumentException">The document breaks a rule of the schema; the writer stays
    /// usable.</exception>
    public void Add(Document document)
    {
        RequireUsable();
        DocumentRules.Require(document, _commit.Schema);
        Guarded(() =>
        {
            if (_buffers.IsFullFor(document))
            {
                _buffers.Flush();
                if (_segments.IsGreatMergeDue)
                    EndMerges();
            }

            DeleteEverywhere(document.Id);
            _buffers.Add(document);
            _ids.Add(document.Id);
        });
    }

    /// <summary>Deletes the document with an id; nothing happens when there is none.</summary>
    public void Delete(string id)
    {
        RequireUsable();
        DocumentRules.RequireId(id);
        Guarded(() => DeleteEverywhere(id));
    }

    /// <summary>
    /// Makes everything up to now durable and visible, with the caller's own data (null keeps those of the last
    /// commit).
    /// </summary>
    public void Commit(IReadOnlyDictionary<string, string>? userData = null)
    {
        RequireUsable();
        Guarded(() =>
        {
            _buffers.Flush();
            EndMerges();
            _segments.WriteDeletions();
            _deferred?.AwaitSyncs();
            // The names of the new files must be durable before a durable commit can name them.
            _directory.SyncDirectory();
            CommitPoint commit = _commit with
            {
                Generation = _commit.Generation + 1,
                NextName = _store.NextName,
                Segments = _segments.Entries,
                UserData = userData is null ? _commit.UserData : new Dictionary<string, string>(userData),
            };
            CommitFile.Write(_directory, commit);
            _commit = commit;
            DeleteUnreferenced();
        });
    }

    /// <summary>
    /// A snapshot of everything up to now, committed or not, without the price of a commit. It is searched like any
    /// other, from any thread, for as long as it is held; what it shows beyond the last commit is not safe from a
    /// crash.
    /// </summary>
    public IndexReader OpenSnapshot()
    {
        RequireUsable();
        return Guarded(() =>
        {
            _buffers.Flush();
            _buffers.Await();
            return IndexReader.Of(_directory, _analyzer, _commit, _segments.Share());
        });
    }

    /// <summary>
    /// Merges everything into one segment, or into as few as hold it: searches are quickest then. To be committed
    /// like any change.
    /// </summary>
    public void MergeAll()
    {
        RequireUsable();
        Guarded(() =>
        {
            _buffers.Flush();
            _buffers.Await();
            if (_segments.IsGreat)
                InMemoryOfBuffers(_segments.MergeAll);
            else
                _segments.MergeAll();
        });
    }

    /// <summary>Forgets everything since the last commit.</summary>
    public void Rollback()
    {
        RequireUsable();
        Guarded(() =>
        {
            _buffers.Await();
            _segments.Release();
            _buffers.Clear();
            _deferred?.AwaitSyncs();
            _segments.Open(_commit, _ids.Add);
            DeleteUnreferenced();
        });
    }

    /// <summary>Ends writing and frees the lock. What was not committed is gone; its files are removed at the next
    /// opening.</summary>
    public void Dispose()
    {
        if (_disposed)
            return;
        _disposed = true;
        _buffers.Abandon();
        _segments.Release();
        _deferred?.Dispose();
        _lock.Dispose();
    }

    private static CommitPoint CreateIndex(IDirectory directory, IAnalyzer analyzer, IndexSchema schema)
    {
        // Only a crash before the first commit leaves segment files without any commit, and then nothing was promised
        // yet.
        CommitPoint first = new(1, 1, analyzer.Name, schema, [], new Dictionary<string, string>());
        directory.Delete(CommitFile.NameOf(1) + ".tmp");
        CommitFile.Write(directory, first);
        return first;
    }

    private void DeleteEverywhere(string id)
    {
        if (_buffers.Current.Delete(id) || !_ids.MayHold(id))
            return;
        if (_buffers.IsWriting(id))
            _buffers.Await();
        _segments.Delete(id);
    }

    /// <summary>Ends every flush, and every merge that is due; nothing is gathered meanwhile.</summary>
    private void EndMerges()
    {
        _buffers.Await();
        _segments.EndMerges(withGreat: false);
        if (_segments.IsGreatMergeDue)
            InMemoryOfBuffers(() => _segments.EndMerges(withGreat: true));
    }

    /// <summary>Does a great merge, which wants memory of its own, with that of the buffers, which are all empty.</summary>
    private void InMemoryOfBuffers(Action merge)
    {
        _buffers.ReleaseMemory();
        merge();
        // The same for what the merge took.
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
    }

    /// <summary>
    /// Removes every file that neither of the last two commits names. The one before the last is kept so that a reader
    /// that is just opening it finds its files, and an operator has a way back.
    /// </summary>
    private void DeleteUnreferenced()
    {
        HashSet<string> wanted = new(_commit.FileNames, StringComparer.Ordinal);
        foreach (long generation in CommitFile.Generations(_directory).Take(KeptCommits))
        {
            if (generation != _commit.Generation)
                wanted.UnionWith(NamesOfOlder(generation));
        }

        _threads.Each([.. _directory.List().Where(name => FileNames.IsOfIndex(name) && !wanted.Contains(name))], _directory.Delete);
    }

    private IEnumerable<string> NamesOfOlder(long generation)
    {
        try
        {
            return CommitFile.Read(_directory, generation).FileNames;
        }
        catch (Exception e) when (e is CorruptIndexException or IndexFormatException or FileNotFoundException)
        {
            // An older commit that cannot be read keeps nothing alive.
            return [];
        }
    }

    private void RequireUsable()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (_failed)
            throw new InvalidOperationException("This writer failed before. Dispose of it and open the index again.");
    }

    private void Guarded(Action action) => Guarded(() =>
    {
        action();
        return true;
    });

    private T Guarded<T>(Func<T> action)
    {
        _failed = true;
        T result = action();
        _failed = false;
        return result;
    }
}
