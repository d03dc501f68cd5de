using System.Buffers.Binary;

namespace SearchEngine.Index.Codec;

/// <summary>
/// A list that is being encoded: a table in front, then blocks. The blocks lie in pieces of memory that are used again
/// for the next list, so that the longest list of a segment is not copied while it grows, and is held once.
/// </summary>
internal sealed class EncodedList
{
    /// <summary>Bytes of a skip entry: first number u32, offset u32.</summary>
    public const int SkipEntry = 8;

    private const int FirstPiece = 1 << 14;
    private const int LaterPiece = 1 << 20;

    private readonly List<byte[]> _pieces = [new byte[FirstPiece]];
    private readonly List<int> _lengths = [0];
    private byte[] _table = new byte[64 * SkipEntry];
    private int _tableLength;
    private int _last;
    private int _blockLength;

    /// <summary>Bytes of table and blocks.</summary>
    public int Length => checked(_tableLength + _blockLength);

    /// <summary>What stands in front of the blocks.</summary>
    public ReadOnlySpan<byte> Table => _table.AsSpan(0, _tableLength);

    /// <summary>Number of pieces in which the blocks lie, one behind the other.</summary>
    public int Pieces => _last + 1;

    public ReadOnlySpan<byte> Piece(int number) => _pieces[number].AsSpan(0, _lengths[number]);

    public void Clear() => (_tableLength, _last, _blockLength, _lengths[0]) = (0, 0, 0, 0);

    /// <summary>Adds the entry of a block that begins here.</summary>
    /// <param name="first">The block's first number.</param>
    public void AddSkip(int first)
    {
        int offset = _blockLength;
        AddToTable(first);
        AddToTable(offset);
    }

    public void AddToTable(int value)
    {
        if (_table.Length < _tableLength + sizeof(int))
            Array.Resize(ref _table, 2 * _table.Length);
        BinaryPrimitives.WriteInt32LittleEndian(_table.AsSpan(_tableLength), value);
        _tableLength += sizeof(int);
    }

    /// <summary>Room for what comes next, at most <see cref="FirstPiece"/> bytes; <see cref="Take"/> says how many were
    /// used.</summary>
    public Span<byte> Room(int length)
    {
        int used = _lengths[_last];
        if (_pieces[_last].Length - used >= length)
            return _pieces[_last].AsSpan(used);
        if (++_last == _pieces.Count)
        {
            _pieces.Add(new byte[LaterPiece]);
            _lengths.Add(0);
        }

        _lengths[_last] = 0;
        return _pieces[_last];
    }

    public void Take(int length)
    {
        _lengths[_last] += length;
        _blockLength = checked(_blockLength + length);
    }
}
