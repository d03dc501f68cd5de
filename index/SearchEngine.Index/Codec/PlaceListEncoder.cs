using System.Buffers.Binary;

namespace SearchEngine.Index.Codec;

/// <summary>
/// Encodes in which stretches of a segment a frequent term stands and how often (see <see cref="PlaceList"/>), so that
/// a word of two characters is counted without its positions. FORMAT.md gives the bytes.
/// </summary>
internal sealed class PlaceListEncoder
{
    /// <summary>Bytes in front of the blocks: the number of entries u32.</summary>
    public const int HeaderLength = 4;

    private readonly uint[] _deltas = new uint[PackedBlock.Size];
    private readonly uint[] _more = new uint[PackedBlock.Size];
    private byte[] _buffer = new byte[1 << 14];

    /// <summary>
    /// Returns the list's bytes, valid until the next call. <paramref name="stretches"/>: ascending, distinct, at
    /// least one; <paramref name="counts"/>: 1 or more for each.
    /// </summary>
    public ReadOnlySpan<byte> Encode(ReadOnlySpan<int> stretches, ReadOnlySpan<int> counts)
    {
        int blocks = (stretches.Length + PackedBlock.Size - 1) / PackedBlock.Size;
        long needed = HeaderLength + (blocks * (long)((2 * PackedBlock.MaxLength) + PostingsEncoder.SkipEntry));
        if (needed > _buffer.Length)
            _buffer = new byte[Math.Max(needed, 2L * _buffer.Length)];
        BinaryPrimitives.WriteInt32LittleEndian(_buffer, stretches.Length);
        byte[] table = new byte[blocks * PostingsEncoder.SkipEntry];
        int start = HeaderLength + table.Length;
        int at = start;
        for (int block = 0; block < blocks; block++)
        {
            int first = block * PackedBlock.Size;
            int length = Math.Min(PackedBlock.Size, stretches.Length - first);
            PostingsEncoder.WriteSkip(table, block, stretches[first], at - start);
            at = length == PackedBlock.Size
                ? EncodeBlock(stretches.Slice(first, length), counts.Slice(first, length), at)
                : EncodeRest(stretches[first..], counts[first..], at);
        }

        table.CopyTo(_buffer, HeaderLength);
        return _buffer.AsSpan(0, at);
    }

    private int EncodeBlock(ReadOnlySpan<int> stretches, ReadOnlySpan<int> counts, int at)
    {
        _deltas[0] = 0;
        for (int i = 1; i < stretches.Length; i++)
            _deltas[i] = (uint)(stretches[i] - stretches[i - 1] - 1);
        for (int i = 0; i < counts.Length; i++)
            _more[i] = (uint)(counts[i] - 1);
        at += PackedBlock.Encode(_deltas, _buffer.AsSpan(at));
        return at + PackedBlock.Encode(_more, _buffer.AsSpan(at));
    }

    /// <summary>Delta and whether the count is one in a VarInt, then the count if it is more.</summary>
    private int EncodeRest(ReadOnlySpan<int> stretches, ReadOnlySpan<int> counts, int at)
    {
        for (int i = 0; i < stretches.Length; i++)
        {
            ulong delta = i == 0 ? 0 : (ulong)(stretches[i] - stretches[i - 1] - 1);
            at += VarInt.Write(_buffer.AsSpan(at), (delta << 1) | (counts[i] == 1 ? 1u : 0));
            if (counts[i] > 1)
                at += VarInt.Write(_buffer.AsSpan(at), (ulong)(counts[i] - 2));
        }

        return at;
    }
}
