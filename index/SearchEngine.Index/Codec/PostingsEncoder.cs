using System.Runtime.CompilerServices;

namespace SearchEngine.Index.Codec;

/// <summary>
/// Encodes ascending positions of one term as they come; FORMAT.md gives the bytes. A list of one position has no bytes
/// here: it stands in the dictionary.
/// </summary>
internal sealed class PostingsEncoder
{
    private readonly EncodedList _list = new();
    private readonly uint[] _deltas = new uint[PackedBlock.Size];
    private readonly int[] _rest = new int[PackedBlock.Size];
    private int _restLength;
    private bool _hasBlocks;

    public void Begin()
    {
        _list.Clear();
        (_restLength, _hasBlocks) = (0, false);
    }

    /// <summary>Adds positions, ascending, distinct, above all before.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Append(ReadOnlySpan<int> positions)
    {
        if (_restLength > 0)
        {
            int taken = Math.Min(positions.Length, PackedBlock.Size - _restLength);
            positions[..taken].CopyTo(_rest.AsSpan(_restLength));
            positions = positions[taken..];
            _restLength += taken;
            if (_restLength < PackedBlock.Size)
                return;
            EncodeBlock(_rest);
        }

        while (positions.Length >= PackedBlock.Size)
        {
            EncodeBlock(positions[..PackedBlock.Size]);
            positions = positions[PackedBlock.Size..];
        }

        positions.CopyTo(_rest);
        _restLength = positions.Length;
    }

    /// <summary>The list's bytes, valid until the next one begins. Two positions or more were added.</summary>
    public EncodedList End()
    {
        if (_restLength == 0)
            return _list;
        ReadOnlySpan<int> rest = _rest.AsSpan(0, _restLength);
        if (!_hasBlocks)
        {
            EncodeRest(rest, -1);
            return _list;
        }

        _list.AddSkip(rest[0]);
        EncodeRest(rest[1..], rest[0]);
        return _list;
    }

    private void EncodeBlock(ReadOnlySpan<int> positions)
    {
        _list.AddSkip(positions[0]);
        PackedBlock.Subtract(positions, _deltas);
        _list.Take(PackedBlock.Encode(_deltas, _list.Room(PackedBlock.MaxLength)));
        _hasBlocks = true;
    }

    private void EncodeRest(ReadOnlySpan<int> positions, int before)
    {
        Span<byte> target = _list.Room(VarInt.MaxLength * PackedBlock.Size);
        int at = 0;
        foreach (int position in positions)
        {
            uint delta = (uint)(position - before - 1);
            at += VarInt.Write(target[at..], delta);
            before = position;
        }

        _list.Take(at);
    }
}
