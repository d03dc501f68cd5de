using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace SearchEngine.Index.Codec;

/// <summary>
/// Encodes ascending positions of one term; FORMAT.md gives the bytes. A list of one position has no bytes here: it
/// stands in the dictionary.
/// </summary>
internal sealed class PostingsEncoder
{
    /// <summary>Bytes of a skip entry: first number u32, offset u32.</summary>
    public const int SkipEntry = 8;

    private readonly uint[] _deltas = new uint[PackedBlock.Size];
    private byte[] _buffer = new byte[1 << 16];

    /// <summary>Returns the list's bytes, valid until the next call. Two positions or more, ascending,
    /// distinct.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public ReadOnlySpan<byte> Encode(ReadOnlySpan<int> positions)
    {
        int blocks = positions.Length / PackedBlock.Size;
        int rest = positions.Length % PackedBlock.Size;
        int skips = blocks == 0 ? 0 : blocks + (rest > 0 ? 1 : 0);
        int start = skips * SkipEntry;
        Reserve(start, 0);
        if (blocks == 0)
            return _buffer.AsSpan(0, EncodeRest(positions, -1, 0));

        int at = start;
        for (int block = 0; block < blocks; block++)
        {
            ReadOnlySpan<int> values = positions.Slice(block * PackedBlock.Size, PackedBlock.Size);
            WriteSkip(_buffer, block, values[0], at - start);
            _deltas[0] = 0;
            for (int i = 1; i < values.Length; i++)
                _deltas[i] = (uint)(values[i] - values[i - 1] - 1);
            Reserve(at, at);
            at += PackedBlock.Encode(_deltas, _buffer.AsSpan(at));
        }

        if (rest > 0)
        {
            ReadOnlySpan<int> values = positions[(blocks * PackedBlock.Size)..];
            WriteSkip(_buffer, blocks, values[0], at - start);
            Reserve(at, at);
            at = EncodeRest(values[1..], values[0], at);
        }

        return _buffer.AsSpan(0, at);
    }

    /// <summary>Writes the skip entry of a block into the table at the front of a list.</summary>
    public static void WriteSkip(byte[] list, int block, int first, int offset)
    {
        Span<byte> entry = list.AsSpan(block * SkipEntry, SkipEntry);
        BinaryPrimitives.WriteInt32LittleEndian(entry, first);
        BinaryPrimitives.WriteInt32LittleEndian(entry[4..], offset);
    }

    private int EncodeRest(ReadOnlySpan<int> values, int before, int at)
    {
        Span<byte> target = _buffer;
        foreach (int value in values)
        {
            uint delta = (uint)(value - before - 1);
            if (delta < 0x80)
                target[at++] = (byte)delta;
            else
                at += VarInt.Write(target[at..], delta);
            before = value;
        }

        return at;
    }

    /// <summary>Makes room behind a place for a block, or for less than one without packing; keeps what is before it.</summary>
    private void Reserve(int at, int kept)
    {
        long needed = at + Math.Max(PackedBlock.MaxLength, VarInt.MaxLength * PackedBlock.Size);
        if (needed <= _buffer.Length)
            return;
        byte[] longer = new byte[Math.Min(Array.MaxLength, Math.Max(needed, 2L * _buffer.Length))];
        _buffer.AsSpan(0, kept).CopyTo(longer);
        _buffer = longer;
    }
}
