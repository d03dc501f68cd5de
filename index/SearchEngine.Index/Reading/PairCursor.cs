using System.Buffers.Binary;
using SearchEngine.Index.Codec;
using SearchEngine.Index.Indexing;
using SearchEngine.Index.Store;

namespace SearchEngine.Index.Reading;

/// <summary>Walks the pair terms of a dictionary by ascending key, in the mapped file. Stands before the first one at
/// first.</summary>
internal sealed class PairCursor(IndexFile terms, long count)
{
    private const int EntriesSection = 0;
    private const int BlocksSection = 1;
    private const int BlockEntry = 24;
    private const int MaxEntry = 4 * VarInt.MaxLength;

    private long _term = -1;
    private long _at;
    private long _postings;

    public ulong Key { get; private set; }

    public TermEntry Entry { get; private set; }

    /// <summary>Moves to the next term; false behind the last one.</summary>
    public bool MoveNext()
    {
        _postings += _term < 0 ? 0 : Entry.Length;
        if (++_term >= count)
            return false;
        if (_term % PostingsWriter.BlockTerms == 0)
            LoadBlock(_term / PostingsWriter.BlockTerms);
        long available = Math.Min(MaxEntry, terms.SectionLength(EntriesSection) - _at);
        ReadOnlySpan<byte> bytes = terms.Bytes(EntriesSection, _at, available);
        int at = 0;
        if (!VarInt.TryRead(bytes, ref at, out ulong delta)
            || !EntryReader.TryRead(bytes, ref at, _postings, out TermEntry entry))
            throw terms.Corrupt(EntriesSection, _at, "a dictionary entry", "other bytes");
        Key += delta;
        Entry = entry;
        _at += at;
        return true;
    }

    /// <summary>Moves to the first term at or behind a key; false when there is none. The key may be before the
    /// current one.</summary>
    public bool Seek(ulong key)
    {
        long low = 0;
        long high = (count + PostingsWriter.BlockTerms - 1) / PostingsWriter.BlockTerms;
        while (high - low > 1)
        {
            long middle = low + ((high - low) >> 1);
            if (BlockKey(middle) <= key)
                low = middle;
            else
                high = middle;
        }

        _term = (low * PostingsWriter.BlockTerms) - 1;
        Entry = default;
        while (MoveNext())
        {
            if (Key >= key)
                return true;
        }

        return false;
    }

    private ulong BlockKey(long block) =>
        BinaryPrimitives.ReadUInt64LittleEndian(terms.Bytes(BlocksSection, block * BlockEntry, 8));

    private void LoadBlock(long block)
    {
        ReadOnlySpan<byte> entry = terms.Bytes(BlocksSection, block * BlockEntry, BlockEntry);
        Key = BinaryPrimitives.ReadUInt64LittleEndian(entry);
        _at = BinaryPrimitives.ReadInt64LittleEndian(entry[8..]);
        _postings = BinaryPrimitives.ReadInt64LittleEndian(entry[16..]);
    }
}
