using System.Runtime.InteropServices;
using SearchEngine.Index.Codec;

namespace SearchEngine.Index.Indexing;

/// <summary>
/// A row of merged terms, or of parts of them, in the order in which they are written. A list of which it is known how
/// much comes of it need not be read at once: room is kept for it, and whoever has time reads it, at the latest who
/// writes. For one thread at a time.
/// </summary>
internal sealed class MergedRow
{
    /// <summary>Positions, or places, that may be added at a time.</summary>
    public const int Piece = 1 << 14;

    /// <summary>A row with so many is full.</summary>
    private const int Full = 1 << 15;

    private readonly List<Part> _parts = [];
    private readonly List<Unread> _unread = [];
    private int _read;
    private readonly int[] _positions = new int[Full + Piece];
    private readonly int[] _stretches = new int[Full + Piece];
    private readonly int[] _counts = new int[Full + Piece];
    private int _positionsEnd;
    private int _placesEnd;

    /// <summary>True when lists have been put off that are not read yet.</summary>
    public bool HasUnread => _read < _unread.Count;

    public bool IsFull => Math.Max(_positionsEnd, _placesEnd) >= Full;

    /// <summary>True when something was taken since the last part.</summary>
    public bool HasMore => _parts.Count > 0
        ? _positionsEnd > _parts[^1].PositionsEnd || _placesEnd > _parts[^1].PlacesEnd
        : _positionsEnd > 0 || _placesEnd > 0;

    public Span<int> RoomOfPositions => _positions.AsSpan(_positionsEnd, Piece);

    public Span<int> RoomOfStretches => _stretches.AsSpan(_placesEnd, Piece);

    public Span<int> RoomOfCounts => _counts.AsSpan(_placesEnd, Piece);

    public void TakePositions(int count) => _positionsEnd += count;

    public void TakePlaces(int count) => _placesEnd += count;

    /// <summary>Keeps room for all positions of a term, at most <see cref="Piece"/>, of a source of which all is kept.</summary>
    public void PutOff(MergeSource source, in TermEntry entry)
    {
        _unread.Add(new Unread(source, entry, OfPlaces: false, _positionsEnd, entry.Count));
        _positionsEnd += entry.Count;
    }

    /// <summary>The same for a list of places of so many entries.</summary>
    public void PutOffPlaces(MergeSource source, in TermEntry entry, int length)
    {
        _unread.Add(new Unread(source, entry, OfPlaces: true, _placesEnd, length));
        _placesEnd += length;
    }

    /// <summary>Reads the next list that was put off; there must be one.</summary>
    public void ReadNext()
    {
        ref readonly Unread unread = ref CollectionsMarshal.AsSpan(_unread)[_read++];
        if (unread.OfPlaces)
        {
            Span<int> stretches = _stretches.AsSpan(unread.At, unread.Length);
            unread.Source.PlacesOf(unread.Entry).Decode(stretches, _counts.AsSpan(unread.At, unread.Length));
            unread.Source.MoveStretches(stretches);
            return;
        }

        Span<int> positions = _positions.AsSpan(unread.At, unread.Length);
        unread.Source.Reader.Postings(unread.Entry).Decode(positions);
        int document = 0;
        unread.Source.Move(positions, ref document);
    }

    /// <summary>Ends a part with what was taken since the last one.</summary>
    public void EndPart(Part part) => _parts.Add(part with { PositionsEnd = _positionsEnd, PlacesEnd = _placesEnd });

    /// <summary>Writes all parts; the row is empty then.</summary>
    public void WriteTo(PostingsWriter writer)
    {
        while (HasUnread)
            ReadNext();
        int position = 0;
        int place = 0;
        foreach (ref readonly Part part in CollectionsMarshal.AsSpan(_parts))
        {
            ReadOnlySpan<int> stretches = _stretches.AsSpan(place, part.PlacesEnd - place);
            ReadOnlySpan<int> counts = _counts.AsSpan(place, part.PlacesEnd - place);
            if (part.Run is null && PairKey.IsCharacter(part.Pair))
                writer.AppendCharacter(PairKey.First(part.Pair), stretches, counts, part.Documents);
            else
                Write(part, _positions.AsSpan(position, part.PositionsEnd - position), stretches, counts, writer);
            (position, place) = (part.PositionsEnd, part.PlacesEnd);
        }

        _parts.Clear();
        _unread.Clear();
        _read = 0;
        (_positionsEnd, _placesEnd) = (0, 0);
    }

    private static void Write(
        in Part part, ReadOnlySpan<int> positions, ReadOnlySpan<int> stretches, ReadOnlySpan<int> counts, PostingsWriter writer)
    {
        if (part.Begins && part.Run is { } run)
            writer.BeginRun(run);
        else if (part.Begins)
            writer.BeginPair(part.Pair);
        writer.Append(positions, part.Use, part.CountsDocuments);
        writer.AppendCounted(stretches, counts, part.Documents);
        if (part.Ends)
            writer.EndList();
    }

    /// <summary>A list that was put off: where it is read from, where to, and how much comes of it.</summary>
    private readonly record struct Unread(MergeSource Source, TermEntry Entry, bool OfPlaces, int At, int Length);

    /// <summary>What is added to a term: positions and places up to a place of the row, and more.</summary>
    /// <param name="Pair">The pair, or the character alone, of which there are only places.</param>
    /// <param name="Run">The run, if it is none of those.</param>
    /// <param name="Documents">Documents with the term that are in no other part and are not counted.</param>
    /// <param name="Use">What the positions are counted by stretch for.</param>
    /// <param name="CountsDocuments">Whether their documents are counted.</param>
    /// <param name="Begins">True for the first part of the term.</param>
    /// <param name="Ends">True for the last one.</param>
    internal readonly record struct Part(ulong Pair, string? Run, int Documents, PlaceUse Use, bool CountsDocuments, bool Begins, bool Ends)
    {
        public int PositionsEnd { get; init; }

        public int PlacesEnd { get; init; }
    }
}
