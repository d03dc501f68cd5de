using SearchEngine.Index.Codec;
using SearchEngine.Index.Reading;

namespace SearchEngine.Index.Indexing;

/// <summary>Counts a term's occurrences by stretch, and those of a character over all pairs that it begins.</summary>
/// <param name="places">The segment's stretches.</param>
/// <param name="densities">Of the same segment; this object's from now on.</param>
internal sealed class PlaceCounter(PlaceTable places, BlockDensities densities)
{
    /// <summary>Above this share of all stretches, looking at each costs less than sorting those that were
    /// met.</summary>
    private const int ScanShare = 16;

    /// <summary>Positions that are counted at a time.</summary>
    private const int Piece = 1 << 16;

    private readonly PlaceListEncoder _encoder = new();
    private readonly int[] _ofCharacter = new int[places.Count];
    private int[] _met = new int[64];
    private int _metCount;
    private int _occurrences;
    private int[] _stretches = new int[256];
    private int[] _counts = new int[256];
    private int _length;
    private int _lastDocument = -1;

    /// <summary>Documents of the term, or of the character, that is being counted.</summary>
    public int Documents { get; set; }

    /// <summary>A new term begins.</summary>
    public void Begin() => (_length, Documents, _lastDocument) = (0, 0, -1);

    /// <summary>Counts positions of the term, ascending, behind all before.</summary>
    /// <param name="positions">The positions.</param>
    /// <param name="use">Whether their places are the term's, and whether they are the character's.</param>
    /// <param name="countsDocuments">Whether <see cref="Documents"/> grows.</param>
    public void Count(ReadOnlySpan<int> positions, PlaceUse use, bool countsDocuments)
    {
        // Piece by piece: there are far fewer stretches than positions of the longest lists.
        for (int start = 0; start < positions.Length; start += Piece)
            CountPiece(positions.Slice(start, Math.Min(Piece, positions.Length - start)), use, countsDocuments);
    }

    /// <summary>Adds further places of the term that have been counted: stretches, ascending, and how many occurrences
    /// lie in each.</summary>
    public void Append(ReadOnlySpan<int> stretches, ReadOnlySpan<int> counts)
    {
        MakeRoom(stretches.Length);
        stretches.CopyTo(_stretches.AsSpan(_length));
        counts.CopyTo(_counts.AsSpan(_length));
        Join(stretches.Length);
    }

    /// <summary>The list of places of the term, valid until the next call.</summary>
    public EncodedList EncodeLast()
    {
        ReadOnlySpan<int> stretches = _stretches.AsSpan(0, _length);
        ReadOnlySpan<int> counts = _counts.AsSpan(0, _length);
        return _encoder.Encode(stretches, counts, densities.Of(stretches, counts));
    }

    /// <summary>
    /// The list of the character, when there are occurrences enough, and their number: what was appended since the last
    /// term, whose documents have been added, and what was added of pairs. A new character begins.
    /// </summary>
    public EncodedList? TakeCharacter(out int occurrences)
    {
        foreach (int count in _counts.AsSpan(0, _length))
            _occurrences += count;
        occurrences = _occurrences;
        EncodedList? list = null;
        if (occurrences >= TermEntry.CharacterFrom)
        {
            SortMet();
            _lastDocument = -1;
            Documents += CountDocuments(_met.AsSpan(0, _metCount));
            JoinMet();
            list = EncodeLast();
        }

        foreach (int stretch in _met.AsSpan(0, _metCount))
            _ofCharacter[stretch] = 0;
        (_metCount, _occurrences) = (0, 0);
        return list;
    }

    private void CountPiece(ReadOnlySpan<int> positions, PlaceUse use, bool countsDocuments)
    {
        MakeRoom(positions.Length);
        int more = 1;
        if (positions.Length == 1)
            (_stretches[_length], _counts[_length]) = (places.Find(positions[0]), 1);
        else
            more = places.CountByStretch(positions, _stretches.AsSpan(_length), _counts.AsSpan(_length));
        ReadOnlySpan<int> stretches = _stretches.AsSpan(_length, more);
        if (countsDocuments)
            Documents += CountDocuments(stretches);
        if ((use & PlaceUse.OfCharacter) != 0)
            AddToCharacter(stretches, _counts.AsSpan(_length, more));
        if ((use & PlaceUse.OfTerm) != 0)
            Join(more);
    }

    private void AddToCharacter(ReadOnlySpan<int> stretches, ReadOnlySpan<int> counts)
    {
        if (_met.Length < _metCount + stretches.Length)
            Array.Resize(ref _met, Grown(_met.Length, _metCount + stretches.Length));
        int[] ofCharacter = _ofCharacter;
        int[] met = _met;
        int metCount = _metCount;
        int occurrences = 0;
        for (int i = 0; i < stretches.Length; i++)
        {
            ref int count = ref ofCharacter[stretches[i]];
            met[metCount] = stretches[i];
            metCount += count == 0 ? 1 : 0;
            count += counts[i];
            occurrences += counts[i];
        }

        _metCount = metCount;
        _occurrences += occurrences;
    }

    private void MakeRoom(int more)
    {
        if (_stretches.Length >= _length + more)
            return;
        Array.Resize(ref _stretches, Grown(_stretches.Length, _length + more));
        Array.Resize(ref _counts, _stretches.Length);
    }

    /// <summary>Twice the length, but not much beyond the segment's stretches: no list has more entries.</summary>
    private int Grown(int length, int needed) => Math.Max(needed, (int)Math.Min(2L * length, places.Count + (long)Piece));

    /// <summary>Takes the entries that lie behind the present ones.</summary>
    private void Join(int more)
    {
        if (_length > 0 && more > 0 && _stretches[_length] == _stretches[_length - 1])
        {
            // The stretch in which the last piece ended goes on.
            _counts[_length - 1] += _counts[_length];
            more--;
            Array.Copy(_stretches, _length + 1, _stretches, _length, more);
            Array.Copy(_counts, _length + 1, _counts, _length, more);
        }

        _length += more;
    }

    /// <summary>Puts the stretches that were met in order.</summary>
    private void SortMet()
    {
        if (_metCount <= places.Count / ScanShare)
        {
            _met.AsSpan(0, _metCount).Sort();
            return;
        }

        int count = 0;
        for (int stretch = 0; stretch < _ofCharacter.Length; stretch++)
        {
            if (_ofCharacter[stretch] > 0)
                _met[count++] = stretch;
        }
    }

    /// <summary>Puts what was met in its place among the places that were appended, from behind.</summary>
    private void JoinMet()
    {
        MakeRoom(_metCount);
        int from = _length - 1;
        int target = _length + _metCount - 1;
        for (int met = _metCount - 1; met >= 0; target--)
        {
            if (from >= 0 && _stretches[from] > _met[met])
            {
                (_stretches[target], _counts[target]) = (_stretches[from], _counts[from]);
                from--;
            }
            else
            {
                (_stretches[target], _counts[target]) = (_met[met], _ofCharacter[_met[met]]);
                met--;
            }
        }

        _length += _metCount;
    }

    /// <summary>Documents of ascending stretches, apart from the one that was counted last.</summary>
    private int CountDocuments(ReadOnlySpan<int> stretches)
    {
        ReadOnlySpan<int> ofStretch = places.Documents;
        int documents = 0;
        int last = _lastDocument;
        foreach (int stretch in stretches)
        {
            documents += ofStretch[stretch] != last ? 1 : 0;
            last = ofStretch[stretch];
        }

        _lastDocument = last;
        return documents;
    }
}
