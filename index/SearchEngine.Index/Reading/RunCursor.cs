using System.Buffers.Binary;
using System.Text;
using SearchEngine.Index.Codec;
using SearchEngine.Index.Indexing;
using SearchEngine.Index.Store;

namespace SearchEngine.Index.Reading;

/// <summary>Walks the runs of a dictionary by ascending text. Stands before the first one at first.</summary>
internal sealed class RunCursor(IndexFile terms, long count)
{
    private const int EntriesSection = 2;
    private const int BlocksSection = 3;
    private const int BlockEntry = 16;

    // A run has at most IndexLimits.RunLength characters of at most three bytes.
    private const int MaxEntry = (3 * IndexLimits.RunLength) + (4 * VarInt.MaxLength);

    private char[] _text = new char[64];
    private int _length;
    private long _term = -1;
    private long _at;
    private long _postings;

    /// <summary>The run; overwritten by the next one.</summary>
    public ReadOnlySpan<char> Text => _text.AsSpan(0, _length);

    public TermEntry Entry { get; private set; }

    public bool MoveNext()
    {
        _postings += _term < 0 ? 0 : Entry.TotalLength;
        if (++_term >= count)
            return false;
        if (_term % PostingsWriter.BlockTerms == 0)
            LoadBlock(_term / PostingsWriter.BlockTerms);
        long available = Math.Min(MaxEntry, terms.SectionLength(EntriesSection) - _at);
        ReadOnlySpan<byte> bytes = terms.Bytes(EntriesSection, _at, available);
        int at = 0;
        if (!VarInt.TryRead(bytes, ref at, out ulong length) || length > (ulong)(bytes.Length - at))
            throw terms.Corrupt(EntriesSection, _at, "a run", "other bytes");
        if (_text.Length < (int)length)
            _text = new char[MaxEntry];
        _length = Encoding.UTF8.GetChars(bytes.Slice(at, (int)length), _text);
        at += (int)length;
        if (!EntryReader.TryRead(bytes, ref at, _postings, hasPlaces: true, onlyPlaces: false, out TermEntry entry))
            throw terms.Corrupt(EntriesSection, _at, "a dictionary entry", "other bytes");
        Entry = entry;
        _at += at;
        return true;
    }

    /// <summary>Moves to the first run at or behind a text; false when there is none.</summary>
    public bool Seek(ReadOnlySpan<char> text)
    {
        long low = 0;
        long high = (count + PostingsWriter.BlockTerms - 1) / PostingsWriter.BlockTerms;
        while (high - low > 1)
        {
            long middle = low + ((high - low) >> 1);
            MoveBefore(middle);
            if (MoveNext() && PostingsWriter.CompareRuns(Text, text) <= 0)
                low = middle;
            else
                high = middle;
        }

        MoveBefore(low);
        while (MoveNext())
        {
            if (PostingsWriter.CompareRuns(Text, text) >= 0)
                return true;
        }

        return false;
    }

    private void MoveBefore(long block)
    {
        _term = (block * PostingsWriter.BlockTerms) - 1;
        Entry = default;
    }

    private void LoadBlock(long block)
    {
        ReadOnlySpan<byte> entry = terms.Bytes(BlocksSection, block * BlockEntry, BlockEntry);
        _at = BinaryPrimitives.ReadInt64LittleEndian(entry);
        _postings = BinaryPrimitives.ReadInt64LittleEndian(entry[8..]);
    }
}
