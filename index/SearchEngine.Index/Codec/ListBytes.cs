using System.Buffers.Binary;
using SearchEngine.Index.Store;

namespace SearchEngine.Index.Codec;

/// <summary>The bytes of a list in its file: a table of skip entries, then blocks. Every offset is checked.</summary>
/// <param name="bytes">The list, and <see cref="PackedBlock.Slack"/> bytes of the file behind it.</param>
/// <param name="length">Bytes of the list alone.</param>
/// <param name="file">For messages.</param>
/// <param name="offset">Where the list begins in the file's section.</param>
internal readonly ref struct ListBytes(ReadOnlySpan<byte> bytes, int length, string file, long offset)
{
    /// <summary>Most blocks are not longer.</summary>
    private const int PrefetchedLines = 3;

    private readonly ReadOnlySpan<byte> _all = bytes;
    private readonly string _file = file;
    private readonly long _offset = offset;

    /// <summary>The list alone.</summary>
    public ReadOnlySpan<byte> Bytes => _all[..length];

    /// <summary>Throws when there is no room for the table of this many blocks.</summary>
    public void RequireSkips(int blocks)
    {
        if ((long)blocks * EncodedList.SkipEntry > length)
            throw Corrupt("room for the skip entries");
    }

    /// <summary>The same list from a place on.</summary>
    public ListBytes From(int start) => new(_all[start..], length - start, _file, _offset + start);

    /// <summary>The first number of a block.</summary>
    public int FirstOf(int block) => BinaryPrimitives.ReadInt32LittleEndian(_all[(block * EncodedList.SkipEntry)..]);

    /// <summary>A block's bytes, with those behind it, and its first number.</summary>
    public ReadOnlySpan<byte> Block(int block, int blocks, out int first)
    {
        ReadOnlySpan<byte> entry = _all.Slice(block * EncodedList.SkipEntry, EncodedList.SkipEntry);
        int at = BinaryPrimitives.ReadInt32LittleEndian(entry[4..]);
        long start = ((long)blocks * EncodedList.SkipEntry) + at;
        if (at < 0 || start > length)
            throw Corrupt("a skip entry inside the list");
        first = BinaryPrimitives.ReadInt32LittleEndian(entry);
        return _all[(int)start..];
    }

    /// <summary>Last block from <paramref name="from"/> on whose first number is at most <paramref name="wanted"/>; −1
    /// for none.</summary>
    public int Seek(int from, int blocks, long wanted)
    {
        if (FirstOf(from) > wanted)
            return -1;
        int low = from;
        int step = 1;
        while (low + step < blocks && FirstOf(low + step) <= wanted)
        {
            low += step;
            step <<= 1;
        }

        int high = Math.Min(low + step, blocks);
        while (high - low > 1)
        {
            int middle = low + ((high - low) >> 1);
            if (FirstOf(middle) <= wanted)
                low = middle;
            else
                high = middle;
        }

        return low;
    }

    /// <summary>Fetches a block that is read soon. What lies is left to who reads it.</summary>
    public void Prefetch(int block, int blocks)
    {
        int at = BinaryPrimitives.ReadInt32LittleEndian(_all.Slice((block * EncodedList.SkipEntry) + 4, 4));
        long start = ((long)blocks * EncodedList.SkipEntry) + at;
        if (at < 0 || start > length)
            return;
        for (int line = 0; line < PrefetchedLines; line++)
            Fetch.Line(_all, (int)start + (line * Fetch.LineLength));
    }

    public CorruptIndexException Corrupt(string expected) => new(_file, _offset, expected, "other bytes");
}
