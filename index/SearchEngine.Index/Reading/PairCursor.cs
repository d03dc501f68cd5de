using System.Buffers.Binary;
using SearchEngine.Index.Codec;
using SearchEngine.Index.Indexing;
using SearchEngine.Index.Store;

namespace SearchEngine.Index.Reading;

/// <summary>Walks the pair terms of a dictionary by ascending key, in the mapped file. Stands before the first one at
/// first.</summary>
/// <param name="terms">The file.</param>
/// <param name="count">Number of pairs.</param>
/// <param name="blocks">The first keys of its blocks, asked for when a key is looked for.</param>
internal sealed class PairCursor(IndexFile terms, long count, Func<PairBlocks> blocks)
{
    private const int EntriesSection = 0;
    private const int BlocksSection = 1;
    private const int BlockEntry = 24;
    private const int MaxEntry = 6 * VarInt.MaxLength;

    /// <summary>Bytes that a block may take, and what is read behind it.</summary>
    private const int MaxBlock = (PostingsWriter.BlockTerms * MaxEntry) + PairScan.Room;

    /// <summary>Most blocks are not longer.</summary>
    private const int FetchedLines = 6;

    private long _term = -1;
    private long _at;
    private long _postings;

    public ulong Key { get; private set; }

    public TermEntry Entry { get; private set; }

    /// <summary>Moves to the next term; false behind the last one.</summary>
    public bool MoveNext()
    {
        _postings += _term < 0 ? 0 : Entry.TotalLength;
        if (++_term >= count)
            return false;
        if (_term % PostingsWriter.BlockTerms == 0)
            LoadBlock(_term / PostingsWriter.BlockTerms);
        ReadOnlySpan<byte> bytes = terms.Bytes(EntriesSection, _at, Math.Min(MaxEntry, terms.SectionLength(EntriesSection) - _at));
        int at = 0;
        Read(bytes, ref at);
        _at += at;
        return true;
    }

    /// <summary>Reads all terms of the next block, and moves to its last one; returns their number, 0 at the end. For
    /// whoever walks through all of them from the first.</summary>
    /// <param name="keys">Room for <see cref="PostingsWriter.BlockTerms"/>.</param>
    /// <param name="entries">The same.</param>
    public int ReadBlock(Span<ulong> keys, Span<TermEntry> entries)
    {
        int length = (int)Math.Min(PostingsWriter.BlockTerms, count - _term - 1);
        if (length <= 0)
            return 0;
        LoadBlock((_term + 1) / PostingsWriter.BlockTerms);
        ReadOnlySpan<byte> bytes = terms.Bytes(
            EntriesSection, _at, Math.Min(MaxBlock, terms.SectionLength(EntriesSection) - _at));
        ulong key = Key;
        int at = 0;
        for (int i = 0; i < length; i++)
        {
            if ((i > 0 && !PairKey.TryRead(bytes, ref at, ref key))
                || !EntryReader.TryRead(bytes, ref at, _postings, PairKey.HasPlaces(key), PairKey.IsCharacter(key), out entries[i]))
                throw terms.Corrupt(EntriesSection, _at + at, "dictionary entries", "other bytes");
            keys[i] = key;
            _postings += entries[i].TotalLength;
        }

        (Key, Entry) = (key, entries[length - 1]);
        _term += length;
        return length;
    }

    /// <summary>Moves to a key; false when there is no such term. The key may be before the current one.</summary>
    public bool Find(ulong key) => Seek(key) && Key == key;

    /// <summary>The block that a key is in if it is anywhere; −1 when there is none. Where it lies is fetched.</summary>
    public int BlockOf(ulong key)
    {
        if (count == 0)
            return -1;
        int block = blocks().Find(key);
        Fetch.Line(terms.Bytes(BlocksSection, (long)block * BlockEntry, BlockEntry), 0);
        return block;
    }

    /// <summary>Fetches a block that is read soon.</summary>
    public void FetchBlock(int block)
    {
        if (block < 0)
            return;
        long at = BinaryPrimitives.ReadInt64LittleEndian(terms.Bytes(BlocksSection, ((long)block * BlockEntry) + sizeof(long), sizeof(long)));
        // What lies is left to who reads it.
        if (at < 0 || at >= terms.SectionLength(EntriesSection))
            return;
        ReadOnlySpan<byte> bytes = terms.Bytes(EntriesSection, at, 1);
        for (int line = 0; line < FetchedLines; line++)
            Fetch.Line(bytes, line * Fetch.LineLength);
    }

    /// <summary>Moves to a key in the block that <see cref="BlockOf"/> gave for it; false when there is no such term.</summary>
    public bool FindIn(int block, ulong key) => block >= 0 && ScanTo(key, block) && Key == key;

    /// <summary>Moves to the first term at or behind a key; false when there is none. The key may be before the
    /// current one.</summary>
    public bool Seek(ulong key)
    {
        return count > 0 && ScanTo(key, blocks().Find(key));
    }

    /// <summary>Moves to the first term at or behind a key, from the begin of a block that does not begin behind
    /// it.</summary>
    private bool ScanTo(ulong key, long block)
    {
        _term = block * PostingsWriter.BlockTerms;
        LoadBlock(block);
        ReadOnlySpan<byte> bytes = terms.Bytes(
            EntriesSection, _at, Math.Min(MaxBlock, terms.SectionLength(EntriesSection) - _at));
        long end = Math.Min(count, _term + PostingsWriter.BlockTerms);
        int at = 0;
        ulong current = Key;
        int passed = PairScan.Pass(bytes, (int)(end - _term - 1), key, ref current, ref at, ref _postings);
        if (passed < 0)
            throw terms.Corrupt(EntriesSection, _at, "dictionary entries", "other bytes");
        Key = current;
        _term += passed;
        ReadEntry(bytes, ref at);
        while (Key < key && _term + 1 < end)
        {
            _term++;
            _postings += Entry.TotalLength;
            Read(bytes, ref at);
        }

        _at += at;
        return Key >= key || MoveNext();
    }

    /// <summary>Reads the name, if it has one, and the entry of the current term.</summary>
    private void Read(ReadOnlySpan<byte> bytes, ref int at)
    {
        ulong key = Key;
        bool isFirst = _term % PostingsWriter.BlockTerms == 0;
        if (!isFirst && !PairKey.TryRead(bytes, ref at, ref key))
            throw terms.Corrupt(EntriesSection, _at + at, "a name of the dictionary", "other bytes");
        Key = key;
        ReadEntry(bytes, ref at);
    }

    private void ReadEntry(ReadOnlySpan<byte> bytes, ref int at)
    {
        if (!EntryReader.TryRead(
            bytes, ref at, _postings, PairKey.HasPlaces(Key), PairKey.IsCharacter(Key), out TermEntry entry))
            throw terms.Corrupt(EntriesSection, _at + at, "a dictionary entry", "other bytes");
        Entry = entry;
    }

    /// <summary>Reads the first keys of the blocks of a dictionary.</summary>
    public static PairBlocks ReadBlocks(IndexFile terms, long count) => PairBlocks.Read(
        terms, BlocksSection, BlockEntry, (count + PostingsWriter.BlockTerms - 1) / PostingsWriter.BlockTerms);

    private void LoadBlock(long block)
    {
        ReadOnlySpan<byte> entry = terms.Bytes(BlocksSection, block * BlockEntry, BlockEntry);
        Key = BinaryPrimitives.ReadUInt64LittleEndian(entry);
        _at = BinaryPrimitives.ReadInt64LittleEndian(entry[8..]);
        _postings = BinaryPrimitives.ReadInt64LittleEndian(entry[16..]);
    }
}
