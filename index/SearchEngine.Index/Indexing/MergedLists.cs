namespace SearchEngine.Index.Indexing;

/// <summary>
/// Lists of a merge between reading and writing. They are gathered in rows; with two threads a row is written while the
/// next one is gathered. Not for several threads but for that.
/// </summary>
/// <param name="inBackground">Whether rows are written on another thread.</param>
/// <param name="onRow">Called by the gathering thread whenever a row has been handed over.</param>
internal sealed class MergedLists(bool inBackground, Action onRow)
{
    /// <summary>Positions of a row, about.</summary>
    private const int RowPositions = 1 << 15;

    private Row _row = new();
    private Row _other = new();
    private Task _writing = Task.CompletedTask;

    /// <summary>Room behind the positions of the list that is being gathered.</summary>
    public Span<int> Room(int count) => _row.Room(count);

    /// <summary>Takes the first positions of the last <see cref="Room"/>.</summary>
    public void Take(int count) => _row.Length += count;

    /// <summary>Ends the list as that of a pair; a list without positions is none.</summary>
    public void EndPair(ulong key, PostingsWriter writer) => End(new Name(key, null), writer);

    /// <summary>Ends the list as that of a run.</summary>
    public void EndRun(string text, PostingsWriter writer) => End(new Name(0, text), writer);

    /// <summary>Writes what is left. Throws what writing threw.</summary>
    public void Finish(PostingsWriter writer)
    {
        Await();
        _row.WriteTo(writer);
    }

    /// <summary>Waits until the writer is not used any more; what writing threw comes second to what brought here.</summary>
    public void Settle() => Task.WhenAny(_writing).GetAwaiter().GetResult();

    private void End(Name name, PostingsWriter writer)
    {
        _row.EndList(name);
        if (_row.Length < RowPositions)
            return;
        Await();
        Row full = _row;
        if (inBackground)
            _writing = Task.Run(() => full.WriteTo(writer));
        else
            full.WriteTo(writer);
        (_row, _other) = (_other, full);
        onRow();
    }

    private void Await()
    {
        Task writing = _writing;
        _writing = Task.CompletedTask;
        writing.GetAwaiter().GetResult();
    }

    private readonly record struct Name(ulong Pair, string? Run);

    private sealed class Row
    {
        private readonly List<(Name Name, int End)> _lists = [];
        private int[] _positions = new int[RowPositions];

        public int Length { get; set; }

        public Span<int> Room(int count)
        {
            if (_positions.Length - Length < count)
                Array.Resize(ref _positions, (int)Math.Min(Array.MaxLength, Math.Max((long)Length + count, 2L * _positions.Length)));
            return _positions.AsSpan(Length, count);
        }

        public void EndList(Name name)
        {
            int start = _lists.Count > 0 ? _lists[^1].End : 0;
            if (Length > start)
                _lists.Add((name, Length));
        }

        public void WriteTo(PostingsWriter writer)
        {
            int start = 0;
            foreach ((Name name, int end) in _lists)
            {
                if (name.Run is { } run)
                    writer.AddRun(run, _positions.AsSpan(start, end - start));
                else
                    writer.AddPair(name.Pair, _positions.AsSpan(start, end - start));
                start = end;
            }

            _lists.Clear();
            Length = 0;
        }
    }
}
