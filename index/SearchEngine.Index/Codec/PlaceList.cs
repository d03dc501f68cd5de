using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace SearchEngine.Index.Codec;

/// <summary>
/// In which stretches a term stands, and how often in each, read in place. A stretch is a row of paragraphs of one
/// document with one zone and role, so that document, zone and role of an occurrence follow from it. Bytes that lie
/// raise <see cref="Store.CorruptIndexException"/>.
/// </summary>
internal readonly ref struct PlaceList
{
    private readonly ListBytes _list;
    private readonly int _stretches;

    /// <param name="list">The list's bytes.</param>
    /// <param name="count">The term's occurrences: their number in one stretch is not above it.</param>
    /// <param name="stretches">Stretches of the segment; every number is below.</param>
    public PlaceList(ListBytes list, int count, int stretches)
    {
        ReadOnlySpan<byte> header = list.Bytes;
        if (header.Length < PlaceListEncoder.HeaderLength)
            throw list.Corrupt("a list of places");
        Length = BinaryPrimitives.ReadInt32LittleEndian(header);
        if (Length <= 0 || Length > stretches || Length > count)
            throw list.Corrupt("a list of places");
        _list = list.From(PlaceListEncoder.HeaderLength);
        _list.RequireSkips(Blocks);
        if ((long)Blocks * (EncodedList.SkipEntry + DensityMeasure.All.Length) > _list.Bytes.Length)
            throw list.Corrupt("room for the densities");
        _stretches = stretches;
    }

    /// <summary>Number of entries, at least 1.</summary>
    public int Length { get; }

    /// <summary>Number of blocks, at least 1.</summary>
    public int Blocks => (Length + PackedBlock.Size - 1) / PackedBlock.Size;

    /// <summary>Writes all entries, stretches ascending; both targets have room for <see cref="Length"/>.</summary>
    public void Decode(Span<int> stretches, Span<int> counts) => DecodePiece(0, -1, stretches[..Length], counts[..Length]);

    /// <summary>
    /// Writes the entries from a place of the list on, as many whole blocks as both targets have room for; returns
    /// their number.
    /// </summary>
    /// <param name="from">A number of entries that was returned before, or the sum of several; 0 to begin.</param>
    /// <param name="before">The last stretch written before; −1 to begin.</param>
    /// <param name="stretches">Room for a block at least, or for what is left.</param>
    /// <param name="counts">The same.</param>
    public int DecodePiece(int from, int before, Span<int> stretches, Span<int> counts)
    {
        int written = 0;
        for (int block = from / PackedBlock.Size; block < Blocks; block++)
        {
            if (stretches.Length - written < Math.Min(PackedBlock.Size, Length - (block * PackedBlock.Size)))
                break;
            int length = DecodeBlock(block, stretches[written..], counts[written..]);
            if (stretches[written] <= before)
                throw _list.Corrupt("ascending places");
            written += length;
            before = stretches[written - 1];
        }

        return written;
    }

    /// <summary>
    /// Writes the entries whose stretch lies in some ranges, and for each the number of its range; returns their
    /// number. Each block is read into a buffer that stays in the cache: of most blocks only a few entries are wanted.
    /// </summary>
    public int DecodeWithin(NumberRanges ranges, Span<int> stretches, Span<int> counts, Span<int> owners)
    {
        Span<int> row = stackalloc int[BlockWalk.Row];
        Span<int> buffer = stackalloc int[PackedBlock.Size + BlockSearch.Lanes];
        Span<int> more = stackalloc int[PackedBlock.Size];
        buffer[PackedBlock.Size..].Fill(int.MaxValue);
        BlockWalk walk = new(_list, ranges, Blocks, _stretches);
        int before = -1;
        int range = 0;
        int written = 0;
        for (int chosen = walk.Next(row); chosen > 0; chosen = walk.Next(row))
        {
            foreach (int block in row[..chosen])
            {
                int length = DecodeBlock(block, buffer, more);
                buffer[length..].Fill(int.MaxValue);
                if (buffer[0] <= before)
                    throw _list.Corrupt("ascending places");
                before = buffer[length - 1];
                BlockSearch.Rows rows = new(buffer);
                range = Gallop.To(ranges.Ends, range, buffer[0] + 1);
                for (; range < ranges.Count && ranges.Begins[range] <= before; range++)
                {
                    int end = ranges.Ends[range];
                    for (int i = rows.PlaceOf(ranges.Begins[range]); i < length && buffer[i] < end; i++)
                        (stretches[written], counts[written], owners[written++]) = (buffer[i], more[i], range);
                    // A range may go on in the next block.
                    if (end > before)
                        break;
                }
            }
        }

        return written;
    }

    /// <summary>The code of the greatest density of a document of each block, by a measure; behind all blocks.</summary>
    public ReadOnlySpan<byte> Densities(int measure) =>
        _list.Bytes.Slice(_list.Bytes.Length - ((DensityMeasure.All.Length - measure) * Blocks), Blocks);

    /// <summary>The last block that begins at a stretch or before it; 0 when none does.</summary>
    public int BlockOf(int stretch) => Math.Max(0, _list.Seek(0, Blocks, stretch));

    /// <summary>The first stretch of a block, as the table in front of the blocks says.</summary>
    public int FirstOf(int block) => _list.FirstOf(block);

    /// <summary>Writes the entries of one block, 128 but for the last; returns their number.</summary>
    public int DecodeBlock(int block, Span<int> stretches, Span<int> counts)
    {
        ReadOnlySpan<byte> bytes = _list.Block(block, Blocks, out int first);
        if ((uint)first >= (uint)_stretches)
            throw _list.Corrupt("a stretch of the segment");
        int rest = Length - (block * PackedBlock.Size);
        if (rest < PackedBlock.Size)
        {
            DecodeRest(bytes, first, stretches[..rest], counts[..rest]);
            return rest;
        }

        Span<uint> deltas = MemoryMarshal.Cast<int, uint>(stretches[..PackedBlock.Size]);
        int used = PackedBlock.Decode(bytes, deltas);
        if (used < 0 || !BlockUnpacker.Sum(deltas, (uint)first) || deltas[^1] >= (uint)_stretches)
            throw _list.Corrupt("stretches of the segment");
        Span<uint> more = MemoryMarshal.Cast<int, uint>(counts[..PackedBlock.Size]);
        if (PackedBlock.Decode(bytes[used..], more) < 0)
            throw _list.Corrupt("counts of occurrences");
        BlockUnpacker.AddOne(more);
        return PackedBlock.Size;
    }

    private void DecodeRest(ReadOnlySpan<byte> bytes, int first, Span<int> stretches, Span<int> counts)
    {
        int at = 0;
        long stretch = first - 1L;
        for (int i = 0; i < stretches.Length; i++)
        {
            ulong more = 0;
            if (!VarInt.TryRead(bytes, ref at, out ulong delta)
                || ((delta & 1) == 0 && !VarInt.TryRead(bytes, ref at, out more)))
                throw _list.Corrupt("stretches of the segment");
            stretch += (long)Math.Min(delta >> 1, int.MaxValue) + 1;
            if (stretch >= _stretches || more >= int.MaxValue)
                throw _list.Corrupt("stretches of the segment");
            stretches[i] = (int)stretch;
            counts[i] = (delta & 1) == 1 ? 1 : (int)more + 2;
        }
    }
}
