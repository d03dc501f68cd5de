using SearchEngine.Index.Codec;
using SearchEngine.Index.Store;

namespace SearchEngine.Index.Indexing;

/// <summary>
/// Writes a segment's term dictionary and postings: first all pairs by ascending key, then all runs by ascending text.
/// </summary>
internal sealed class PostingsWriter : IDisposable
{
    /// <summary>Terms of a dictionary block: what a lookup reads at most, and what an index entry of 24 bytes stands
    /// for.</summary>
    public const int BlockTerms = 64;

    private readonly IndexFileWriter _terms;
    private readonly IndexFileWriter _postings;
    private readonly PostingsEncoder _encoder = new();
    private readonly List<(ulong Key, long Entries, long Postings)> _blocks = [];
    private long _pairs;
    private long _runs;
    private ulong _lastKey;
    private bool _inRuns;

    public PostingsWriter(IDirectory directory, string segment, Guid id)
    {
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
        if (_pairs % BlockTerms == 0)
        {
            _blocks.Add((key, _terms.SectionLength, _postings.SectionLength));
            _lastKey = key;
        }

        _terms.WriteVarInt(key - _lastKey);
        _lastKey = key;
        _pairs++;
        WriteList(positions);
    }

    /// <summary>Adds a run. No pair may follow.</summary>
    public void AddRun(string text, ReadOnlySpan<int> positions)
    {
        if (!_inRuns)
            EndPairs();
        if (_runs % BlockTerms == 0)
            _blocks.Add((0, _terms.SectionLength, _postings.SectionLength));
        _terms.WriteString(text);
        _runs++;
        WriteList(positions);
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
        _postings.EndSection();
        return [_terms.Finish(), _postings.Finish()];
    }

    public void Dispose()
    {
        _terms.Dispose();
        _postings.Dispose();
    }

    /// <summary>Order of runs in the dictionary: by UTF-16 code unit, as the reader compares them.</summary>
    public static int CompareRuns(string left, string right) => string.CompareOrdinal(left, right);

    private void EndPairs()
    {
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

    private void WriteList(ReadOnlySpan<int> positions)
    {
        _terms.WriteVarInt((ulong)positions.Length);
        if (positions.Length == 1)
        {
            _terms.WriteVarInt((ulong)positions[0]);
            return;
        }

        ReadOnlySpan<byte> bytes = _encoder.Encode(positions);
        _terms.WriteVarInt((ulong)bytes.Length);
        _postings.WriteBytes(bytes);
    }
}
