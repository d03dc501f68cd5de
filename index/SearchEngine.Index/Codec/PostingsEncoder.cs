using System.Buffers.Binary;

namespace SearchEngine.Index.Codec;

/// <summary>
/// Encodes ascending positions of one term; FORMAT.md gives the bytes. A list of one position has no bytes here: it
/// stands
/// in the dictionary.
/// </summary>
internal sealed class PostingsEncoder
{
    private const int SkipEntry = 8;

    private readonly uint[] _deltas = new uint[BitPacking.BlockSize];
    private byte[] _buffer = new byte[1 << 16];

    /// <summary>Returns the list's bytes, valid until the next call. Two positions or more, ascending,
    /// distinct.</summary>
    public ReadOnlySpan<byte> Encode(ReadOnlySpan<int> positions)
    {
        int blocks = positions.Length / BitPacking.BlockSize;
        int rest = positions.Length % BitPacking.BlockSize;
        Reserve(positions.Length);
        if (blocks == 0)
            return _buffer.AsSpan(0, EncodeRest(positions, -1, 0));

        int skips = blocks + (rest > 0 ? 1 : 0);
        int start = skips * SkipEntry;
        int at = start;
        for (int block = 0; block < blocks; block++)
        {
            ReadOnlySpan<int> values = positions.Slice(block * BitPacking.BlockSize, BitPacking.BlockSize);
            WriteSkip(block, values[0], at - start);
            at += EncodeBlock(values, at);
        }

        if (rest > 0)
        {
            ReadOnlySpan<int> values = positions[(blocks * BitPacking.BlockSize)..];
            WriteSkip(blocks, values[0], at - start);
            at = EncodeRest(values[1..], values[0], at);
        }

        _buffer.AsSpan(at, BitPacking.Slack).Clear();
        return _buffer.AsSpan(0, at + BitPacking.Slack);
    }

    private void WriteSkip(int block, int first, int offset)
    {
        Span<byte> entry = _buffer.AsSpan(block * SkipEntry, SkipEntry);
        BinaryPrimitives.WriteInt32LittleEndian(entry, first);
        BinaryPrimitives.WriteInt32LittleEndian(entry[4..], offset);
    }

    private int EncodeBlock(ReadOnlySpan<int> values, int at)
    {
        _deltas[0] = 0;
        for (int i = 1; i < values.Length; i++)
            _deltas[i] = (uint)(values[i] - values[i - 1] - 1);
        int width = BitPacking.WidthOf(_deltas);
        _buffer[at] = (byte)width;
        return 1 + BitPacking.Pack(_deltas, width, _buffer.AsSpan(at + 1));
    }

    private int EncodeRest(ReadOnlySpan<int> values, int before, int at)
    {
        foreach (int value in values)
        {
            at += VarInt.Write(_buffer.AsSpan(at), (uint)(value - before - 1));
            before = value;
        }

        return at;
    }

    private void Reserve(int count)
    {
        // Four bytes a packed value at most, five a rest's, and a skip entry and a width for every block.
        long needed = (5L * count) + (16L * ((count / BitPacking.BlockSize) + 2)) + BitPacking.Slack + VarInt.MaxLength;
        if (needed > _buffer.Length)
            _buffer = new byte[Math.Min(Array.MaxLength, Math.Max(needed, 2L * _buffer.Length))];
    }
}
