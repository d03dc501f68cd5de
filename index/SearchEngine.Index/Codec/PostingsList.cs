using System.Runtime.InteropServices;
using SearchEngine.Index.Store;

namespace SearchEngine.Index.Codec;

/// <summary>
/// A term's positions, read in place. Every offset and length is checked: bytes that lie raise
/// <see cref="CorruptIndexException"/>, never more.
/// </summary>
internal readonly ref struct PostingsList
{
    /// <summary>Room that a buffer of one block has behind it, filled with a number above every position.</summary>
    private const int Pad = BlockSearch.Lanes;

    private readonly ListBytes _list;
    private readonly int _inline;
    private readonly int _limit;

    /// <param name="list">The list's bytes; empty for one position.</param>
    /// <param name="count">Number of positions, at least 1.</param>
    /// <param name="inline">The position, when there is one.</param>
    /// <param name="limit">Positions are below it.</param>
    public PostingsList(ListBytes list, int count, int inline, int limit)
    {
        _list = list;
        _inline = inline;
        _limit = limit;
        Count = count;
        if (count == 1 && (uint)inline >= (uint)limit)
            throw list.Corrupt("a position of the segment");
        if (count >= PackedBlock.Size)
            list.RequireSkips(BlockCount);
    }

    public int Count { get; }

    private int FullBlocks => Count / PackedBlock.Size;

    private int BlockCount => (Count + PackedBlock.Size - 1) / PackedBlock.Size;

    /// <summary>Writes all positions, ascending and distinct; <paramref name="target"/> has room for
    /// <see cref="Count"/>.</summary>
    public void Decode(Span<int> target)
    {
        if (Count == 1)
        {
            target[0] = _inline;
            return;
        }

        if (FullBlocks == 0)
        {
            DecodeRest(_list.Bytes, 0, -1, target[..Count]);
            return;
        }

        int written = 0;
        while (written < Count)
            written += DecodePiece(written, written == 0 ? -1 : target[written - 1], target[written..Count]);
    }

    /// <summary>
    /// Writes the positions from a place of the list on, as many whole blocks as the target has room for; returns their
    /// number. So a list is read that is longer than memory should be taken for.
    /// </summary>
    /// <param name="from">A number of positions that was returned before, or the sum of several; 0 to begin.</param>
    /// <param name="before">The last position written before; −1 to begin.</param>
    /// <param name="target">Room for a block at least.</param>
    public int DecodePiece(int from, int before, Span<int> target)
    {
        if (FullBlocks == 0)
        {
            Decode(target);
            return Count;
        }

        int written = 0;
        for (int block = from / PackedBlock.Size; block < BlockCount; block++)
        {
            int length = Math.Min(PackedBlock.Size, Count - (block * PackedBlock.Size));
            if (written + length > target.Length)
                break;
            _ = DecodeBlock(block, target[written..]);
            if (target[written] <= before)
                throw _list.Corrupt("ascending positions");
            written += length;
            before = target[written - 1];
        }

        return written;
    }

    /// <summary>
    /// Writes the positions of the blocks that may hold one of some ranges, others of those blocks among them; returns
    /// their number.
    /// </summary>
    public int DecodeWhere(NumberRanges ranges, Span<int> target)
    {
        if (FullBlocks == 0)
        {
            Decode(target);
            return Count;
        }

        Span<int> row = stackalloc int[BlockWalk.Row];
        BlockWalk walk = new(_list, ranges, BlockCount, _limit);
        int written = 0;
        for (int chosen = walk.Next(row); chosen > 0; chosen = walk.Next(row))
        {
            foreach (int block in row[..chosen])
            {
                int before = written == 0 ? -1 : target[written - 1];
                int length = DecodeBlock(block, target[written..]);
                if (target[written] <= before)
                    throw _list.Corrupt("ascending positions");
                written += length;
            }
        }

        return written;
    }

    /// <summary>The positions from low to below high; reads only the blocks that can hold one.</summary>
    public int[] DecodeWithin(long low, long high)
    {
        List<int> within = [];
        Span<int> buffer = stackalloc int[PackedBlock.Size];
        int block = FullBlocks == 0 ? 0 : Math.Max(0, _list.Seek(0, BlockCount, low));
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
        while (FullBlocks > 0 && ++block < BlockCount && _list.FirstOf(block) < high);
        return [.. within];
    }

    /// <summary>
    /// Keeps those of ascending candidates for which candidate + shift is in the list; returns how many stay at the
    /// front. Reads only the blocks that can hold one.
    /// </summary>
    public int Intersect(Span<int> candidates, int shift)
    {
        Span<int> buffer = stackalloc int[PackedBlock.Size + Pad];
        buffer[PackedBlock.Size..].Fill(int.MaxValue);
        if (FullBlocks > 0)
            return IntersectBlocks(candidates, shift, buffer);
        Decode(buffer);
        buffer[Count..].Fill(int.MaxValue);
        return BlockSearch.Keep(candidates, candidates.Length, shift, buffer, 0);
    }

    private int IntersectBlocks(Span<int> candidates, int shift, Span<int> buffer)
    {
        Span<int> blocks = stackalloc int[BlockWalk.Row];
        Span<int> ends = stackalloc int[BlockWalk.Row];
        int kept = 0;
        int block = 0;
        int next = 0;
        while (next < candidates.Length && (long)candidates[next] + shift < _list.FirstOf(0))
            next++;
        while (next < candidates.Length)
        {
            // As a walk through ranges does, a row of blocks is chosen, and fetched, before the first one is read.
            int begin = next;
            int row = 0;
            for (; row < blocks.Length && next < candidates.Length; row++)
            {
                block = _list.Seek(block, BlockCount, (long)candidates[next] + shift);
                _list.Prefetch(block, BlockCount);
                next = block + 1 < BlockCount
                    ? Gallop.To(candidates, next + 1, _list.FirstOf(block + 1) - shift)
                    : candidates.Length;
                (blocks[row], ends[row]) = (block, next);
            }

            for (int i = 0; i < row; i++)
            {
                int length = DecodeBlock(blocks[i], buffer);
                buffer[length..].Fill(int.MaxValue);
                kept = BlockSearch.Keep(candidates[..ends[i]], ends[i] - begin, shift, buffer, kept);
                begin = ends[i];
            }
        }

        return kept;
    }

    private int DecodeBlock(int block, Span<int> target)
    {
        ReadOnlySpan<byte> bytes = _list.Block(block, BlockCount, out int first);
        if ((uint)first >= (uint)_limit)
            throw _list.Corrupt("a position of the segment");
        if (block == FullBlocks)
        {
            target[0] = first;
            DecodeRest(bytes, 0, first, target[1..(Count % PackedBlock.Size)]);
            return Count % PackedBlock.Size;
        }

        Span<uint> deltas = MemoryMarshal.Cast<int, uint>(target[..PackedBlock.Size]);
        if (PackedBlock.Decode(bytes, deltas) < 0 || !BlockUnpacker.Sum(deltas, (uint)first)
            || deltas[^1] >= (uint)_limit)
            throw _list.Corrupt("positions of the segment");
        return PackedBlock.Size;
    }

    private void DecodeRest(ReadOnlySpan<byte> bytes, int at, long before, Span<int> target)
    {
        for (int i = 0; i < target.Length; i++)
        {
            if (!VarInt.TryRead(bytes, ref at, out ulong delta) || delta >= (ulong)_limit)
                throw _list.Corrupt("positions of the segment");
            before += (long)delta + 1;
            if (before >= _limit)
                throw _list.Corrupt("positions of the segment");
            target[i] = (int)before;
        }
    }
}
