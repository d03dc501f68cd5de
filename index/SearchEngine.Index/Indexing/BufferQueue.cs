using SearchEngine.Index.Analysis;
using SearchEngine.Index.Schema;

namespace SearchEngine.Index.Indexing;

/// <summary>
/// The buffer that is being filled and, with two threads, those before it that are being written in the background.
/// Their segments go to the others in the order of the documents.
/// </summary>
internal sealed class BufferQueue
{
    /// <summary>Full buffers that may wait for the background while the next one is filled: one being written and one
    /// behind it, so that neither side waits for the other when one buffer takes longer than another.</summary>
    private const int MostBehind = 2;

    private readonly IAnalyzer _analyzer;
    private readonly IndexSchema _schema;
    private readonly long _mostBytes;
    private readonly int _behind;
    private readonly SegmentStore _store;
    private readonly SegmentSet _segments;
    private readonly EntryArena[] _arenas;

    /// <summary>Buffers that are being written, or wait for the one before; the first is written first.</summary>
    private readonly Queue<PendingFlush> _pending = [];

    /// <summary>Whether memory was made for all buffers that were free when one turned out to be large.</summary>
    private bool _isPrepared;

    public BufferQueue(IAnalyzer analyzer, IndexSchema schema, IndexWriterOptions options, SegmentStore store, SegmentSet segments)
    {
        _analyzer = analyzer;
        _schema = schema;
        _mostBytes = options.BufferBytes;
        _behind = options.Threads > 1 ? MostBehind : 0;
        _store = store;
        _segments = segments;
        EntryArena.SortRoom sorting = new();
        _arenas = [.. Enumerable.Range(0, _behind + 1).Select(_ => new EntryArena(_mostBytes / TermAccumulator.EntryBytes, sorting))];
        Current = NewBuffer();
    }

    /// <summary>The buffer that is being filled.</summary>
    public DocumentBuffer Current { get; private set; }

    /// <summary>True when the current buffer is to be written before the document is added.</summary>
    public bool IsFullFor(Document document) =>
        Current.Documents > 0 && (Current.Bytes >= _mostBytes || WouldOverflow(document));

    /// <summary>True when a document with this id is being written.</summary>
    public bool IsWriting(string id) => _pending.Any(pending => pending.Buffer.Holds(id));

    /// <summary>Adds a document to the current buffer.</summary>
    public void Add(Document document)
    {
        Current.Add(document);
        if (_isPrepared || !Current.Arena.IsFullSize)
            return;
        _isPrepared = true;
        // A buffer turns out to be large: the others will be. As a rule it is the first, and the background has nothing
        // to do yet.
        Task prepared = Task.CompletedTask;
        foreach (EntryArena arena in _arenas.Where(arena => arena != Current.Arena && IsFree(arena)))
            prepared = arena.Prepare(prepared);
    }

    /// <summary>Makes a segment of the current buffer: at once, or in the background behind those before it.</summary>
    public void Flush()
    {
        if (Current.LiveDocuments > 0)
        {
            Await(leave: Math.Max(0, _behind - 1));
            _pending.Enqueue(new PendingFlush(Current, _store, _behind > 0, _pending.LastOrDefault()));
            Await(leave: _behind);
        }

        Current = NewBuffer();
    }

    /// <summary>Takes over the segments that are being written in the background, all but the last so many.</summary>
    public void Await(int leave = 0)
    {
        while (_pending.Count > leave)
        {
            // One that fails is of no further use; its failure is told here.
            _segments.Add(_pending.Dequeue().Take());
        }
    }

    /// <summary>Forgets the documents of the current buffer; to be called when nothing is being written.</summary>
    public void Clear() => Current = NewBuffer();

    /// <summary>Gives the memory of all buffers back, which must be empty.</summary>
    public void ReleaseMemory()
    {
        foreach (EntryArena arena in _arenas)
            arena.Release();
        // Else the runtime keeps what one took beside what the other takes.
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
    }

    /// <summary>Waits for what is being written and lets go of it.</summary>
    public void Abandon()
    {
        foreach (PendingFlush pending in _pending)
            pending.Abandon();
    }

    private bool WouldOverflow(Document document)
    {
        long units = document.Paragraphs.Sum(paragraph => paragraph.Text.Length + 1L);
        return Current.Positions + units + 1 > IndexLimits.SegmentPositions;
    }

    /// <summary>False for the memory of a buffer that is being written.</summary>
    private bool IsFree(EntryArena arena) => _pending.All(pending => pending.Buffer.Arena != arena);

    private DocumentBuffer NewBuffer()
    {
        EntryArena free = _arenas.First(IsFree);
        free.Begin();
        return new DocumentBuffer(_schema, _analyzer, free);
    }
}
