using SearchEngine.Index.Codec;
using SearchEngine.Index.Reading;

namespace SearchEngine.Index.Indexing;

/// <summary>Counts a term's occurrences by stretch, and those of a character over all pairs that it begins.</summary>
internal sealed class PlaceCounter(PlaceTable places)
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
    private int _ofTerm;
    private int[] _stretches = new int[256];
    private int[] _counts = new int[256];
    private int _length;

    /// <summary>Documents of what was counted last.</summary>
    public int Documents { get; private set; }

    /// <summary>A new term begins.</summary>
    public void Begin() => (_length, _ofTerm) = (0, 0);

    /// <summary>Counts further positions of the term, ascending.</summary>
    public void Append(ReadOnlySpan<int> positions)
    {
        // Piece by piece: there are far fewer stretches than positions of the longest lists.
        for (int start = 0; start < positions.Length; start += Piece)
            CountPiece(positions.Slice(start, Math.Min(Piece, positions.Length - start)));
        _ofTerm += positions.Length;
    }

    /// <summary>Adds further positions of the term that have been counted: their stretches, ascending, how many lie in each,
    /// and their number.</summary>
    public void Append(ReadOnlySpan<int> stretches, ReadOnlySpan<int> counts, int positions)
    {
        MakeRoom(stretches.Length);
        stretches.CopyTo(_stretches.AsSpan(_length));
        counts.CopyTo(_counts.AsSpan(_length));
        Join(stretches.Length);
        _ofTerm += positions;
    }

    /// <summary>The term has been counted; if asked for, it is added to the character that is being counted.</summary>
    public void End(bool addToCharacter)
    {
        Documents = CountDocuments();
        if (addToCharacter)
            AddToCharacter();
    }

    /// <summary>The list of places of the term counted last, valid until the next call.</summary>
    public EncodedList EncodeLast() =>
        _encoder.Encode(_stretches.AsSpan(0, _length), _counts.AsSpan(0, _length));

    /// <summary>The character's list, when there are occurrences enough, and their number; a new character
    /// begins.</summary>
    public EncodedList? TakeCharacter(out int occurrences)
    {
        occurrences = _occurrences;
        EncodedList? list = null;
        if (occurrences >= TermEntry.CharacterFrom)
        {
            GatherMet();
            Documents = CountDocuments();
            list = EncodeLast();
        }

        foreach (int stretch in _met.AsSpan(0, _metCount))
            _ofCharacter[stretch] = 0;
        (_metCount, _occurrences) = (0, 0);
        return list;
    }

    private void CountPiece(ReadOnlySpan<int> positions)
    {
        MakeRoom(positions.Length);
        Join(places.CountByStretch(positions, _stretches.AsSpan(_length), _counts.AsSpan(_length)));
    }

    private void MakeRoom(int more)
    {
        if (_stretches.Length >= _length + more)
            return;
        Array.Resize(ref _stretches, Math.Max(_length + more, 2 * _stretches.Length));
        Array.Resize(ref _counts, _stretches.Length);
    }

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

    private void AddToCharacter()
    {
        _occurrences += _ofTerm;
        if (_met.Length < _metCount + _length)
            Array.Resize(ref _met, Math.Max(_metCount + _length, 2 * _met.Length));
        int[] ofCharacter = _ofCharacter;
        int[] met = _met;
        int metCount = _metCount;
        for (int i = 0; i < _length; i++)
        {
            ref int count = ref ofCharacter[_stretches[i]];
            met[metCount] = _stretches[i];
            metCount += count == 0 ? 1 : 0;
            count += _counts[i];
        }

        _metCount = metCount;
    }

    /// <summary>Puts the stretches of the character in order.</summary>
    private void GatherMet()
    {
        if (_stretches.Length < _metCount)
        {
            _stretches = new int[Math.Max(_metCount, 2 * _stretches.Length)];
            _counts = new int[_stretches.Length];
        }

        _length = 0;
        if (_metCount > places.Count / ScanShare)
        {
            for (int stretch = 0; stretch < _ofCharacter.Length; stretch++)
            {
                if (_ofCharacter[stretch] == 0)
                    continue;
                _stretches[_length] = stretch;
                _counts[_length++] = _ofCharacter[stretch];
            }

            return;
        }

        _met.AsSpan(0, _metCount).Sort();
        foreach (int stretch in _met.AsSpan(0, _metCount))
        {
            _stretches[_length] = stretch;
            _counts[_length++] = _ofCharacter[stretch];
        }
    }

    private int CountDocuments()
    {
        ReadOnlySpan<int> ofStretch = places.Documents;
        int documents = 0;
        int last = -1;
        foreach (int stretch in _stretches.AsSpan(0, _length))
        {
            documents += ofStretch[stretch] != last ? 1 : 0;
            last = ofStretch[stretch];
        }

        return documents;
    }
}
