using System.Buffers.Binary;
using SearchEngine.Index.Store;

namespace SearchEngine.Index.Codec;

/// <summary>
/// A term's positions, read in place. Every offset and length is checked: bytes that lie raise
/// <see cref="CorruptIndexException"/>, never more.
/// </summary>
internal readonly ref struct PostingsList
{
    private const int SkipEntry = 8;

    private readonly ReadOnlySpan<byte> _bytes;
    private readonly ReadOnlySpan<byte> _blocks;
    private readonly int _inline;
    private readonly int _limit;
    private readonly string _file;
    private readonly long _offset;

    /// <param name="bytes">The list's bytes; empty for one position.</param>
    /// <param name="count">Number of positions, at least 1.</param>
    /// <param name="inline">The position, when there is one.</param>
    /// <param name="limit">Positions are below it.</param>
    /// <param name="file">For messages.</param>
    /// <param name="offset">Where the list begins in the file.</param>
    public PostingsList(ReadOnlySpan<byte> bytes, int count, int inline, int limit, string file, long offset)
    {
        _bytes = bytes;
        _inline = inline;
        _limit = limit;
        _file = file;
        _offset = offset;
        Count = count;
        if (count == 1 && (uint)inline >= (uint)limit)
            throw Corrupt("a position of the segment");
        if (count >= BitPacking.BlockSize)
        {
            long skips = SkipCount * (long)SkipEntry;
            if (skips + BitPacking.Slack > bytes.Length)
                throw Corrupt("room for the skip entries");
            _blocks = bytes[(int)skips..];
        }
    }

    public int Count { get; }

    private int FullBlocks => Count / BitPacking.BlockSize;

    private int SkipCount => FullBlocks + (Count % BitPacking.BlockSize > 0 ? 1 : 0);

    /// <summary>Writes all positions, ascending and distinct; <paramref name="target"/> has room for <see
    /// cref="Count"/>.</summary>
    public void Decode(Span<int> target)
    {
        if (Count == 1)
        {
            target[0] = _inline;
            return;
        }

        if (FullBlocks == 0)
        {
            DecodeRest(_bytes, 0, -1, target[..Count]);
            return;
        }

        int before = -1;
        for (int block = 0; block < SkipCount; block++)
        {
            int written = DecodeBlock(block, target[(block * BitPacking.BlockSize)..]);
            if (target[block * BitPacking.BlockSize] <= before)
                throw Corrupt("ascending positions");
            before = target[(block * BitPacking.BlockSize) + written - 1];
        }
    }

    /// <summary>The positions from low to below high; reads only the blocks that can hold one.</summary>
    public int[] DecodeWithin(long low, long high)
    {
        List<int> within = [];
        Span<int> buffer = stackalloc int[BitPacking.BlockSize];
        int block = FullBlocks == 0 ? 0 : Math.Max(0, SeekBlock(0, low));
        do
        {
            int length = Count;
            if (FullBlocks == 0)
                Decode(buffer);
            else
                length = DecodeBlock(block, buffer);
            foreach (int position in buffer[..length])
            {
                if (position >= low && position < high)
                    within.Add(position);
            }
        }
        while (FullBlocks > 0 && ++block < SkipCount && FirstOf(block) < high);
        return [.. within];
    }

    /// <summary>
    /// Keeps those of ascending candidates for which candidate + shift is in the list; returns how many stay at the
    /// front.
    /// Reads only the blocks that can hold one.
    /// </summary>
    public int Intersect(Span<int> candidates, int shift)
    {
        Span<int> buffer = stackalloc int[BitPacking.BlockSize];
        return FullBlocks == 0
            ? IntersectShort(candidates, shift, buffer)
            : IntersectBlocks(candidates, shift, buffer);
    }

    private int IntersectShort(Span<int> candidates, int shift, Span<int> buffer)
    {
        Span<int> positions = buffer[..Count];
        Decode(positions);
        int kept = 0;
        int at = 0;
        foreach (int candidate in candidates)
        {
            long wanted = (long)candidate + shift;
            at = Advance(positions, at, wanted);
            if (at == positions.Length)
                break;
            if (positions[at] == wanted)
                candidates[kept++] = candidate;
        }

        return kept;
    }

    private int IntersectBlocks(Span<int> candidates, int shift, Span<int> buffer)
    {
        int kept = 0;
        int block = -1;
        int length = 0;
        int at = 0;
        long last = -1;
        foreach (int candidate in candidates)
        {
            long wanted = (long)candidate + shift;
            if (wanted > last)
            {
                int target = SeekBlock(Math.Max(block, 0), wanted);
                if (target < 0)
                    continue;
                if (target != block)
                {
                    block = target;
                    length = DecodeBlock(block, buffer);
                    last = buffer[length - 1];
                    at = 0;
                }
            }

            at = Advance(buffer[..length], at, wanted);
            if (at < length && buffer[at] == wanted)
                candidates[kept++] = candidate;
        }

        return kept;
    }

    /// <summary>The first place from <paramref name="at"/> on whose position is at least <paramref name="wanted"/>: by
    /// steps while it is near, else by halves.</summary>
    private static int Advance(ReadOnlySpan<int> positions, int at, long wanted)
    {
        const int Near = 8;
        int near = Math.Min(at + Near, positions.Length);
        while (at < near && positions[at] < wanted)
            at++;
        if (at < near || at == positions.Length)
            return at;
        int high = positions.Length;
        while (at < high)
        {
            int middle = (at + high) >> 1;
            if (positions[middle] < wanted)
                at = middle + 1;
            else
                high = middle;
        }

        return at;
    }

    /// <summary>Last block from <paramref name="from"/> on whose first position is at most <paramref name="wanted"/>;
    /// −1 for none.</summary>
    private int SeekBlock(int from, long wanted)
    {
        if (FirstOf(from) > wanted)
            return -1;
        int low = from;
        int step = 1;
        while (low + step < SkipCount && FirstOf(low + step) <= wanted)
        {
            low += step;
            step <<= 1;
        }

        int high = Math.Min(low + step, SkipCount);
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

    private int FirstOf(int block) => BinaryPrimitives.ReadInt32LittleEndian(_bytes[(block * SkipEntry)..]);

    private int DecodeBlock(int block, Span<int> target)
    {
        int first = FirstOf(block);
        int offset = BinaryPrimitives.ReadInt32LittleEndian(_bytes[((block * SkipEntry) + 4)..]);
        if ((uint)first >= (uint)_limit || (uint)offset >= (uint)_blocks.Length)
            throw Corrupt("a skip entry inside the list");
        if (block == FullBlocks)
        {
            target[0] = first;
            DecodeRest(_blocks, offset, first, target[1..(Count % BitPacking.BlockSize)]);
            return Count % BitPacking.BlockSize;
        }

        int width = _blocks[offset];
        if (width > 31 || offset + 1L + BitPacking.PackedLength(width) + BitPacking.Slack > _blocks.Length)
            throw Corrupt("a block inside the list");
        long position = Unpacker.Positions(_blocks[(offset + 1)..], width, first, target);
        if (position >= _limit)
            throw Corrupt("positions of the segment");
        return BitPacking.BlockSize;
    }

    private void DecodeRest(ReadOnlySpan<byte> bytes, int at, long before, Span<int> target)
    {
        for (int i = 0; i < target.Length; i++)
        {
            if (!VarInt.TryRead(bytes, ref at, out ulong delta) || delta >= (ulong)_limit)
                throw Corrupt("positions of the segment");
            before += (long)delta + 1;
            if (before >= _limit)
                throw Corrupt("positions of the segment");
            target[i] = (int)before;
        }
    }

    private CorruptIndexException Corrupt(string expected) => new(_file, _offset, expected, "other bytes");
}
