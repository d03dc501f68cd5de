using SearchEngine.Index.Codec;

namespace SearchEngine.Index.Indexing;

/// <summary>
/// Lists of a merge between reading and writing. They are gathered in rows of bounded length: a row holds many short
/// lists, and a long list goes through many rows, so that no list is held whole. What must be counted is counted by who
/// writes. With two threads a row is written while the next one is gathered. Most lists are not read while they are
/// gathered, but by who is ahead: the thread that gathers while the other one is still writing, or else the one that
/// writes; so both have the same to do, whatever the lists are like. Not for several threads but for that.
/// </summary>
internal sealed class MergedLists : IDisposable
{
    /// <summary>Positions, or places, that may be added at a time.</summary>
    public const int Piece = MergedRow.Piece;

    private readonly PostingsWriter _writer;
    private readonly Action _onRow;
    private readonly RowQueue? _queue;
    private MergedRow _row;

    // The term that is being gathered: its name, whether nothing of it was gathered yet, documents not yet in a part,
    // and what the positions that are not yet in a part are counted for.
    private ulong _pair;
    private string? _run;
    private bool _begins;
    private int _documents;
    private PlaceUse _use;
    private bool _countsDocuments;

    /// <param name="writer">What rows are written to; this object's until it is disposed of.</param>
    /// <param name="inBackground">Whether rows are written on another thread.</param>
    /// <param name="onRow">Called by the gathering thread whenever a row has been handed over.</param>
    public MergedLists(PostingsWriter writer, bool inBackground, Action onRow)
    {
        (_writer, _onRow) = (writer, onRow);
        _queue = inBackground ? new RowQueue(writer) : null;
        _row = _queue?.Take() ?? new MergedRow();
    }

    /// <summary>Begins a pair, or the list of places of a character.</summary>
    public void BeginPair(ulong key) => Begin(key, run: null);

    /// <summary>Begins a run.</summary>
    public void BeginRun(string text) => Begin(0, text);

    /// <summary>Adds documents of the term: those with positions whose documents are not counted.</summary>
    public void AddDocuments(int documents) => _documents += documents;

    /// <summary>Says what the next positions are counted for.</summary>
    /// <param name="use">For what they are counted by stretch.</param>
    /// <param name="countsDocuments">Whether their documents are counted.</param>
    public void CountFor(PlaceUse use, bool countsDocuments)
    {
        if (use == _use && countsDocuments == _countsDocuments)
            return;
        EndPart();
        (_use, _countsDocuments) = (use, countsDocuments);
    }

    /// <summary>True when a list of so many positions or places need not be read before it is added, being of a source
    /// of which all is kept.</summary>
    public bool MayPutOff(int count) => _queue is not null && count <= Piece;

    /// <summary>Adds all positions of a term without reading them.</summary>
    public void PutOff(MergeSource source, in TermEntry entry)
    {
        _row.PutOff(source, entry);
        HandOverIfFull();
    }

    /// <summary>Adds a list of places of so many entries without reading it.</summary>
    public void PutOffPlaces(MergeSource source, in TermEntry entry, int length)
    {
        _row.PutOffPlaces(source, entry, length);
        EndPart();
        HandOverIfFull();
    }

    /// <summary>Room for the term's next positions, at most <see cref="Piece"/>.</summary>
    public Span<int> Room(int count) => _row.RoomOfPositions[..count];

    /// <summary>Takes the first positions of the last <see cref="Room"/>.</summary>
    public void Take(int count)
    {
        _row.TakePositions(count);
        HandOverIfFull();
    }

    /// <summary>Room for the next places of the term or of the character, at most <see cref="Piece"/>.</summary>
    public void RoomOfPlaces(out Span<int> stretches, out Span<int> counts)
    {
        stretches = _row.RoomOfStretches;
        counts = _row.RoomOfCounts;
    }

    /// <summary>Takes the first of the last <see cref="RoomOfPlaces"/>.</summary>
    public void TakePlaces(int count)
    {
        _row.TakePlaces(count);
        EndPart();
        HandOverIfFull();
    }

    /// <summary>Ends the term; one without positions is none.</summary>
    public void End() => EndPart(ends: true);

    /// <summary>Writes what is left. Throws what writing threw.</summary>
    public void Finish()
    {
        _queue?.Finish();
        _row.WriteTo(_writer);
    }

    /// <summary>Waits until the writer is not used any more; what writing threw comes second to what brought here.</summary>
    public void Dispose() => _queue?.Dispose();

    private void Begin(ulong pair, string? run) => (_pair, _run, _begins, _documents) = (pair, run, true, 0);

    private void EndPart(bool ends = false)
    {
        // Of a term nothing was gathered of there may be nothing to come.
        if (!_row.HasMore && (_begins || !ends))
            return;
        _row.EndPart(new MergedRow.Part(_pair, _run, _documents, _use, _countsDocuments, _begins, ends));
        (_begins, _documents) = (false, 0);
    }

    private void HandOverIfFull()
    {
        if (!_row.IsFull)
            return;
        EndPart();
        if (_queue is null)
        {
            _row.WriteTo(_writer);
        }
        else
        {
            while (_row.HasUnread && _queue.IsBehind)
                _row.ReadNext();
            _queue.Add(_row);
            _row = _queue.Take();
        }

        _onRow();
    }
}
