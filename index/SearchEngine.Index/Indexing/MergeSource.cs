using SearchEngine.Index.Codec;
using SearchEngine.Index.Reading;

namespace SearchEngine.Index.Indexing;

/// <summary>
/// A segment that is being merged, and the way from its positions and stretches to the new ones. Where all of its
/// documents are kept, both move by one step, and what it has counted of them is taken over.
/// </summary>
internal sealed class MergeSource
{
    private readonly uint[] _starts;
    private readonly int[] _shifts;
    private readonly PairCursor _pairs;
    private readonly PairCursor _characters;
    private readonly ulong[] _keys = new ulong[PostingsWriter.BlockTerms];
    private readonly TermEntry[] _entries = new TermEntry[PostingsWriter.BlockTerms];
    private int _next;
    private int _length;
    private int _character = -1;
    private bool _lists;
    private readonly int _stretches;
    private readonly int _firstStretch;

    /// <param name="reader">The segment.</param>
    /// <param name="kept">Those of its documents that are kept, ascending, at least one.</param>
    /// <param name="firstPosition">The first new position of the first of them.</param>
    /// <param name="firstDocument">Its new number.</param>
    /// <param name="places">The new segment's stretches.</param>
    public MergeSource(SegmentReader reader, int[] kept, int firstPosition, int firstDocument, PlaceTable places)
    {
        Reader = reader;
        _pairs = reader.Pairs();
        Runs = reader.Runs();
        _characters = reader.Pairs();
        _starts = reader.FirstPositions.ToArray();
        _shifts = new int[reader.Documents];
        Array.Fill(_shifts, int.MinValue);
        KeepsAll = kept.Length == reader.Documents;
        _firstStretch = places.FirstOfDocument[firstDocument];
        _stretches = places.FirstOfDocument[firstDocument + kept.Length] - _firstStretch;
        int next = firstPosition;
        foreach (int document in kept)
        {
            _shifts[document] = next - (int)_starts[document];
            next += (int)(_starts[document + 1] - _starts[document]);
        }

        KeptPositions = next - firstPosition;
    }

    public SegmentReader Reader { get; }

    /// <summary>The entry of the pair that <see cref="NextPair"/> gave.</summary>
    public ref readonly TermEntry Entry => ref _entries[_next - 1];

    public RunCursor Runs { get; }

    /// <summary>True when none of its documents is left out.</summary>
    public bool KeepsAll { get; }

    public int KeptPositions { get; }

    public bool HasRun { get; set; }

    /// <summary>True when the list of the character that the last pair begins with is taken over.</summary>
    public bool ListsCharacter()
    {
        int codePoint = PairKey.First(_keys[_next - 1]);
        if (codePoint != _character)
        {
            _character = codePoint;
            _lists = KeepsAll && HasList(codePoint);
        }

        return _lists;
    }

    /// <summary>The key of the next pair to merge, or of a character whose list is taken over; the greatest number at
    /// the end.</summary>
    public ulong NextPair()
    {
        do
        {
            if (_next == _length)
            {
                _next = 0;
                _length = _pairs.ReadBlock(_keys, _entries);
                if (_length == 0)
                    return ulong.MaxValue;
            }

            _next++;
        }
        while (!KeepsAll && PairKey.IsCharacter(_keys[_next - 1]));
        return _keys[_next - 1];
    }

    /// <summary>A term's list of places, by the stretches that this segment has.</summary>
    public PlaceList PlacesOf(in TermEntry entry) => Reader.PlacesOf(entry, _stretches);

    /// <summary>Moves stretches to the new ones; for a segment of which all is kept.</summary>
    public void MoveStretches(Span<int> stretches)
    {
        foreach (ref int stretch in stretches)
            stretch += _firstStretch;
    }

    /// <summary>The new position of one; for a segment of which all is kept.</summary>
    public int Moved(int position) => position + _shifts[0];

    /// <summary>Makes the new positions of those that are kept out of ascending ones, in place; returns their number.
    /// <paramref name="document"/>: that of the position before these, 0 to begin; afterwards that of the last.</summary>
    public int Move(Span<int> positions, ref int document)
    {
        if (KeepsAll)
        {
            int shift = _shifts[0];
            foreach (ref int position in positions)
                position += shift;
            return positions.Length;
        }

        int count = 0;
        foreach (int position in positions)
        {
            while (document + 1 < _shifts.Length && _starts[document + 1] <= (uint)position)
                document++;
            if (_shifts[document] != int.MinValue)
                positions[count++] = position + _shifts[document];
        }

        return count;
    }

    /// <summary>The list stands behind the character's pairs: mostly in the block that is read just now.</summary>
    private bool HasList(int codePoint)
    {
        for (int i = _next; i < _length; i++)
        {
            if (PairKey.First(_keys[i]) != codePoint)
                return false;
            if (PairKey.IsCharacter(_keys[i]))
                return true;
        }

        return _characters.Find(PairKey.Of(codePoint, PairKey.Any));
    }
}
