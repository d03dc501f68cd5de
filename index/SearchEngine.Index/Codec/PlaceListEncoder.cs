namespace SearchEngine.Index.Codec;

/// <summary>
/// Encodes in which stretches of a segment a frequent term stands and how often (see <see cref="PlaceList"/>), so that
/// a word of two characters is counted without its positions. FORMAT.md gives the bytes.
/// </summary>
internal sealed class PlaceListEncoder
{
    /// <summary>Bytes in front of the skip entries: the number of entries u32.</summary>
    public const int HeaderLength = 4;

    private readonly EncodedList _list = new();
    private readonly uint[] _deltas = new uint[PackedBlock.Size];
    private readonly uint[] _more = new uint[PackedBlock.Size];

    /// <summary>
    /// Returns the list's bytes, valid until the next call. <paramref name="stretches"/>: ascending, distinct, at least
    /// one; <paramref name="counts"/>: 1 or more for each; <paramref name="densities"/>: for each measure the code of
    /// each block.
    /// </summary>
    public EncodedList Encode(ReadOnlySpan<int> stretches, ReadOnlySpan<int> counts, ReadOnlySpan<byte> densities)
    {
        _list.Clear();
        _list.AddToTable(stretches.Length);
        for (int first = 0; first < stretches.Length; first += PackedBlock.Size)
        {
            _list.AddSkip(stretches[first]);
            int length = Math.Min(PackedBlock.Size, stretches.Length - first);
            if (length == PackedBlock.Size)
                EncodeBlock(stretches.Slice(first, length), counts.Slice(first, length));
            else
                EncodeRest(stretches[first..], counts[first..]);
        }

        for (int first = 0; first < densities.Length; first += PackedBlock.MaxLength)
        {
            ReadOnlySpan<byte> piece = densities.Slice(first, Math.Min(PackedBlock.MaxLength, densities.Length - first));
            piece.CopyTo(_list.Room(piece.Length));
            _list.Take(piece.Length);
        }

        return _list;
    }

    private void EncodeBlock(ReadOnlySpan<int> stretches, ReadOnlySpan<int> counts)
    {
        PackedBlock.Subtract(stretches, _deltas);
        for (int i = 0; i < counts.Length; i++)
            _more[i] = (uint)(counts[i] - 1);
        Span<byte> target = _list.Room(2 * PackedBlock.MaxLength);
        int length = PackedBlock.Encode(_deltas, target);
        _list.Take(length + PackedBlock.Encode(_more, target[length..]));
    }

    /// <summary>Delta and whether the count is one in a VarInt, then the count if it is more.</summary>
    private void EncodeRest(ReadOnlySpan<int> stretches, ReadOnlySpan<int> counts)
    {
        Span<byte> target = _list.Room(2 * VarInt.MaxLength * PackedBlock.Size);
        int at = 0;
        for (int i = 0; i < stretches.Length; i++)
        {
            ulong delta = i == 0 ? 0 : (ulong)(stretches[i] - stretches[i - 1] - 1);
            at += VarInt.Write(target[at..], (delta << 1) | (counts[i] == 1 ? 1u : 0));
            if (counts[i] > 1)
                at += VarInt.Write(target[at..], (ulong)(counts[i] - 2));
        }

        _list.Take(at);
    }
}
