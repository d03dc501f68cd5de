using SearchEngine.Index.Reading;

namespace SearchEngine.Index.Indexing;

/// <summary>
/// Lists of a merge between reading and writing. They are gathered in rows of bounded length: a row holds many short lists,
/// and a long list goes through many rows, so that no list is held whole. Who gathers also counts by stretch. With two
/// threads a row is written while the next one is gathered, and the work is about the same for both. Not for several
/// threads but for that.
/// </summary>
/// <param name="writer">What rows are written to.</param>
/// <param name="places">The stretches of the new segment.</param>
/// <param name="inBackground">Whether rows are written on another thread.</param>
/// <param name="onRow">Called by the gathering thread whenever a row has been handed over.</param>
internal sealed class MergedLists(PostingsWriter writer, PlaceTable places, bool inBackground, Action onRow)
{
    /// <summary>Positions that may be added at a time.</summary>
    public const int Piece = 1 << 14;

    /// <summary>A row with so many positions is handed over.</summary>
    private const int FullRow = 1 << 15;

    private Row _row = new();
    private Row _other = new();
    private Task _writing = Task.CompletedTask;
    private Name _name;
    private bool _hasBegun;

    /// <summary>Begins the list of a pair.</summary>
    public void BeginPair(ulong key) => (_name, _hasBegun) = (new Name(key, null), false);

    /// <summary>Begins the list of a run.</summary>
    public void BeginRun(string text) => (_name, _hasBegun) = (new Name(0, text), false);

    /// <summary>Room for the list's next positions, at most <see cref="Piece"/>.</summary>
    public Span<int> Room(int count) => _row.Positions.AsSpan(_row.Length, count);

    /// <summary>Takes the first positions of the last <see cref="Room"/>.</summary>
    public void Take(int count)
    {
        _row.Length += count;
        if (_row.Length >= FullRow)
            EndPart(isLast: false);
    }

    /// <summary>Ends the list; one without positions is none.</summary>
    public void End() => EndPart(isLast: true);

    /// <summary>Writes what is left. Throws what writing threw.</summary>
    public void Finish()
    {
        Await();
        _row.WriteTo(writer);
    }

    /// <summary>Waits until the writer is not used any more; what writing threw comes second to what brought here.</summary>
    public void Settle() => Task.WhenAny(_writing).GetAwaiter().GetResult();

    private void EndPart(bool isLast)
    {
        if (_row.Length > _row.PartsEnd || _hasBegun)
        {
            _row.EndPart(_name, isFirst: !_hasBegun, isLast, places);
            _hasBegun = true;
        }

        if (_row.Length < FullRow)
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

    /// <summary>Positions of a list in a row: where they end, and where the stretches do that they lie in.</summary>
    private readonly record struct Part(Name Name, int End, int StretchesEnd, bool IsFirst, bool IsLast);

    private sealed class Row
    {
        private readonly List<Part> _parts = [];
        private readonly int[] _stretches = new int[FullRow + Piece];
        private readonly int[] _counts = new int[FullRow + Piece];

        public int[] Positions { get; } = new int[FullRow + Piece];

        public int Length { get; set; }

        /// <summary>Where the last part ends.</summary>
        public int PartsEnd => _parts.Count > 0 ? _parts[^1].End : 0;

        /// <summary>Ends a part with the positions that were added since the last one, and counts them.</summary>
        public void EndPart(Name name, bool isFirst, bool isLast, PlaceTable places)
        {
            int stretches = _parts.Count > 0 ? _parts[^1].StretchesEnd : 0;
            stretches += places.CountByStretch(
                Positions.AsSpan(PartsEnd, Length - PartsEnd), _stretches.AsSpan(stretches), _counts.AsSpan(stretches));
            _parts.Add(new Part(name, Length, stretches, isFirst, isLast));
        }

        public void WriteTo(PostingsWriter writer)
        {
            int start = 0;
            int stretch = 0;
            foreach (Part part in _parts)
            {
                if (part.IsFirst && part.Name.Run is { } run)
                    writer.BeginRun(run);
                else if (part.IsFirst)
                    writer.BeginPair(part.Name.Pair);
                if (part.End > start)
                {
                    int stretches = part.StretchesEnd - stretch;
                    writer.Append(
                        Positions.AsSpan(start, part.End - start), _stretches.AsSpan(stretch, stretches), _counts.AsSpan(stretch, stretches));
                }

                if (part.IsLast)
                    writer.EndList();
                (start, stretch) = (part.End, part.StretchesEnd);
            }

            _parts.Clear();
            Length = 0;
        }
    }
}
