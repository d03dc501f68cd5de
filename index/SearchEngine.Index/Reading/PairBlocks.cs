using System.Buffers.Binary;
using SearchEngine.Index.Codec;
using SearchEngine.Index.Store;

namespace SearchEngine.Index.Reading;

/// <summary>
/// The first keys of a dictionary's blocks, in memory and side by side, with an entry point for each few first symbols:
/// a lookup touches little memory before it reaches its block.
/// </summary>
internal sealed class PairBlocks
{
    /// <summary>2^2 code points share an entry point; those above the basic plane, and the signs for boundaries and
    /// runs, share the last.</summary>
    private const int SharedBits = 2;

    private const int EntryPoints = (char.MaxValue >> SharedBits) + 1;

    private readonly ulong[] _keys;
    private readonly int[] _entries;

    private PairBlocks(ulong[] keys, int[] entries) => (_keys, _entries) = (keys, entries);

    /// <summary>Reads the section of blocks; its entries are of a fixed length and begin with the key.</summary>
    /// <exception cref="CorruptIndexException">The keys do not ascend.</exception>
    public static PairBlocks Read(IndexFile terms, int section, int entryLength, long blocks)
    {
        ReadOnlySpan<byte> bytes = terms.Bytes(section, 0, blocks * entryLength);
        ulong[] keys = new ulong[blocks];
        int[] entries = new int[EntryPoints + 2];
        int point = 0;
        for (int block = 0; block < keys.Length; block++)
        {
            keys[block] = BinaryPrimitives.ReadUInt64LittleEndian(bytes[(block * entryLength)..]);
            if (block > 0 && keys[block] <= keys[block - 1])
                throw terms.Corrupt(section, (long)block * entryLength, "ascending keys", "others");
            for (int reached = EntryPointOf(keys[block]); point < reached;)
                entries[++point] = block;
        }

        while (point < EntryPoints)
            entries[++point] = keys.Length;
        entries[EntryPoints + 1] = keys.Length;
        return new PairBlocks(keys, entries);
    }

    /// <summary>The last block whose first key is not above a key; the first block if all are.</summary>
    public int Find(ulong key)
    {
        int point = EntryPointOf(key);
        // The key may lie in the block before the first that begins with its symbols.
        int low = Math.Max(_entries[point] - 1, 0);
        int length = _entries[point + 1] - low;
        ulong[] keys = _keys;
        while (length > 1)
        {
            int half = length / 2;
            low += keys[low + half] <= key ? half : 0;
            length -= half;
        }

        return low;
    }

    private static int EntryPointOf(ulong key) => (int)Math.Min((ulong)PairKey.First(key) >> SharedBits, EntryPoints);
}
