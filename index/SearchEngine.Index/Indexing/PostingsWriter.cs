using SearchEngine.Index.Codec;
using SearchEngine.Index.Reading;
using SearchEngine.Index.Store;

namespace SearchEngine.Index.Indexing;

/// <summary>
/// Writes a segment's term dictionary and postings: first all pairs by ascending key, and behind the pairs of each
/// character the character alone; then all runs by ascending text.
/// </summary>
internal sealed class PostingsWriter : IDisposable
{
    /// <summary>Terms of a dictionary block: what a lookup reads at most, and what an index entry of 24 bytes stands
    /// for.</summary>
    public const int BlockTerms = 64;

    private readonly IndexFileWriter _terms;
    private readonly IndexFileWriter _postings;
    private readonly PostingsEncoder _encoder = new();
    private readonly PlaceCounter _places;
    private readonly List<(ulong Key, long Entries, long Postings)> _blocks = [];
    private readonly byte[] _name = new byte[3 * VarInt.MaxLength];
    private int _character = -1;
    private long _pairs;
    private long _runs;
    private ulong _lastKey;
    private bool _inRuns;
    private int _count;
    private int _only;
    private bool _hasPlaces;

    /// <param name="directory">Where the files are made.</param>
    /// <param name="segment">Its name.</param>
    /// <param name="id">Its id.</param>
    /// <param name="places">The stretches of the new segment.</param>
    /// <param name="lengths">The lengths of its documents.</param>
    public PostingsWriter(IDirectory directory, string segment, Guid id, PlaceTable places, ReadOnlySpan<uint> lengths)
    {
        _places = new PlaceCounter(places, new BlockDensities(places, lengths));
        _terms = new IndexFileWriter(directory, segment + ".terms", FileKind.Terms, id);
        try
        {
            _postings = new IndexFileWriter(directory, segment + ".postings", FileKind.Postings, id);
        }
        catch
        {
            _terms.Dispose();
            throw;
        }

        _terms.BeginSection();
        _postings.BeginSection();
    }

    /// <summary>Adds a pair. <paramref name="positions"/>: ascending, distinct, at least one.</summary>
    public void AddPair(ulong key, ReadOnlySpan<int> positions)
    {
        BeginPair(key);
        Append(positions, PairKey.IsOfCharacter(key) ? PlaceUse.OfTerm | PlaceUse.OfCharacter : PlaceUse.OfTerm, countsDocuments: true);
        EndList();
    }

    /// <summary>Adds a run, as <see cref="AddPair"/> a pair.</summary>
    public void AddRun(string text, ReadOnlySpan<int> positions)
    {
        BeginRun(text);
        Append(positions, PlaceUse.OfTerm, countsDocuments: true);
        EndList();
    }

    /// <summary>Begins a pair; at least one position must follow.</summary>
    public void BeginPair(ulong key)
    {
        BeginCharacter(PairKey.First(key));
        WriteKey(key);
        BeginList(PairKey.HasPlaces(key));
    }

    /// <summary>Begins a run; at least one position must follow, and no pair may.</summary>
    public void BeginRun(string text)
    {
        if (!_inRuns)
            EndPairs();
        if (_runs % BlockTerms == 0)
            _blocks.Add((0, _terms.SectionLength, _postings.SectionLength));
        _terms.WriteString(text);
        _runs++;
        BeginList(hasPlaces: true);
    }

    /// <summary>Adds positions of the term that has begun: ascending, distinct, above all before. A term with positions
    /// enough for a list of places must be given all of its places, counted here or before.</summary>
    /// <param name="positions">The positions.</param>
    /// <param name="use">What they are counted by stretch for.</param>
    /// <param name="countsDocuments">Whether their documents are counted.</param>
    public void Append(ReadOnlySpan<int> positions, PlaceUse use, bool countsDocuments)
    {
        if (_count == 0 && positions.Length > 0)
            _only = positions[0];
        _count += positions.Length;
        _encoder.Append(positions);
        if (use != PlaceUse.None || countsDocuments)
            _places.Count(positions, use, countsDocuments);
    }

    /// <summary>Adds what has been counted of the term that has begun.</summary>
    /// <param name="stretches">Ascending, not before those added before.</param>
    /// <param name="counts">Occurrences in each.</param>
    /// <param name="documents">Documents that were not added before.</param>
    public void AppendCounted(ReadOnlySpan<int> stretches, ReadOnlySpan<int> counts, int documents)
    {
        _places.Documents += documents;
        _places.Append(stretches, counts);
    }

    /// <summary>Adds places, as <see cref="AppendCounted"/> does, of a character whose pairs have been added.</summary>
    public void AppendCharacter(int codePoint, ReadOnlySpan<int> stretches, ReadOnlySpan<int> counts, int documents)
    {
        BeginCharacter(codePoint);
        _places.Append(stretches, counts);
        _places.Documents += documents;
    }

    /// <summary>Ends the term that has begun.</summary>
    public void EndList()
    {
        _terms.WriteVarInt((ulong)_count);
        if (_count == 1)
        {
            _terms.WriteVarInt((ulong)_only);
        }
        else
        {
            _terms.WriteVarInt((ulong)(_count - _places.Documents));
            WriteList(_encoder.End());
            if (_hasPlaces && _count >= TermEntry.PlacesFrom)
                WriteList(_places.EncodeLast());
        }

        _places.Begin();
    }

    public IEnumerable<FileEntry> Finish()
    {
        if (!_inRuns)
            EndPairs();
        EndEntries(withKeys: false);
        _terms.BeginSection();
        _terms.WriteInt64(_pairs);
        _terms.WriteInt64(_runs);
        _terms.EndSection();
        // Whole vectors are read from the last list too.
        Span<byte> slack = stackalloc byte[PackedBlock.Slack];
        slack.Clear();
        _postings.WriteBytes(slack);
        _postings.EndSection();
        return [_terms.Finish(), _postings.Finish()];
    }

    public void Dispose()
    {
        _terms.Dispose();
        _postings.Dispose();
    }

    /// <summary>Order of runs in the dictionary: by UTF-16 code unit, as the reader compares them.</summary>
    public static int CompareRuns(ReadOnlySpan<char> left, ReadOnlySpan<char> right) => left.SequenceCompareTo(right);

    /// <summary>Writes the character before, when it is frequent, unless this one is the same: all of its pairs have
    /// been added.</summary>
    private void BeginCharacter(int next)
    {
        if (next == _character)
            return;
        if (_character is >= 0 and < PairKey.Cut && _places.TakeCharacter(out int occurrences) is { } list)
        {
            WriteKey(PairKey.Of(_character, PairKey.Any));
            _terms.WriteVarInt((ulong)occurrences);
            _terms.WriteVarInt((ulong)(occurrences - _places.Documents));
            WriteList(list);
        }

        _places.Begin();
        _character = next;
    }

    private void WriteKey(ulong key)
    {
        if (_pairs++ % BlockTerms == 0)
            _blocks.Add((key, _terms.SectionLength, _postings.SectionLength));
        else
            _terms.WriteBytes(_name.AsSpan(0, PairKey.Write(_name, key, _lastKey)));
        _lastKey = key;
    }

    private void EndPairs()
    {
        BeginCharacter(-1);
        EndEntries(withKeys: true);
        _terms.BeginSection();
        _inRuns = true;
    }

    private void EndEntries(bool withKeys)
    {
        _terms.EndSection();
        _terms.BeginSection();
        foreach ((ulong key, long entries, long postings) in _blocks)
        {
            if (withKeys)
                _terms.WriteInt64((long)key);
            _terms.WriteInt64(entries);
            _terms.WriteInt64(postings);
        }

        _terms.EndSection();
        _blocks.Clear();
    }

    private void BeginList(bool hasPlaces)
    {
        (_count, _hasPlaces) = (0, hasPlaces);
        _encoder.Begin();
    }

    private void WriteList(EncodedList list)
    {
        _terms.WriteVarInt((ulong)list.Length);
        _postings.WriteBytes(list.Table);
        for (int piece = 0; piece < list.Pieces; piece++)
            _postings.WriteBytes(list.Piece(piece));
    }
}
