using SearchEngine.Index.Codec;

namespace SearchEngine.Index.Reading;

/// <summary>Where the paragraphs of one document lie and what they are; reused from document to document.</summary>
internal sealed class ParagraphTable
{
    private uint[] _positions = new uint[64];
    private uint[] _codes = new uint[64];
    private uint[] _sections = new uint[64];
    private byte[] _kinds = new byte[64];

    public int Document { get; private set; }

    /// <summary>Number of the document's first paragraph among all of the segment.</summary>
    public int First { get; private set; }

    public int Count { get; private set; }

    /// <summary>First position of each paragraph in the segment, and behind the last one where the next document
    /// begins.</summary>
    public ReadOnlySpan<uint> Positions => _positions.AsSpan(0, Count + 1);

    /// <summary>First code of each paragraph in its document's text, and behind the last one their number.</summary>
    public ReadOnlySpan<uint> Codes => _codes.AsSpan(0, Count + 1);

    public ReadOnlySpan<uint> Sections => _sections.AsSpan(0, Count);

    /// <summary>Zone and role, see <see cref="ParagraphKind"/>.</summary>
    public ReadOnlySpan<byte> Kinds => _kinds.AsSpan(0, Count);

    /// <summary>Begins a document.</summary>
    public void Begin(int document, int first, uint position)
    {
        (Document, First, Count) = (document, first, 0);
        (_positions[0], _codes[0]) = (position, 0);
    }

    /// <summary>Adds a paragraph by the positions and codes that it takes.</summary>
    public void Add(uint positions, uint codes, uint section, byte kind)
    {
        if (Count + 1 == _positions.Length)
        {
            Array.Resize(ref _positions, 2 * _positions.Length);
            Array.Resize(ref _codes, _positions.Length);
            Array.Resize(ref _sections, _positions.Length);
            Array.Resize(ref _kinds, _positions.Length);
        }

        (_sections[Count], _kinds[Count]) = (section, kind);
        Count++;
        _positions[Count] = _positions[Count - 1] + positions;
        _codes[Count] = _codes[Count - 1] + codes;
    }

    /// <summary>The paragraph that holds a position of the document, counted from 0.</summary>
    public int Find(uint position)
    {
        int low = 0;
        int high = Count;
        while (high - low > 1)
        {
            int middle = (low + high) >> 1;
            if (_positions[middle] <= position)
                low = middle;
            else
                high = middle;
        }

        return low;
    }

    /// <summary>Writes a document's paragraphs; returns the bytes used. The target grows when it is too short.</summary>
    public int Write(ref byte[] target)
    {
        int needed = Count * ((3 * VarInt.MaxLength) + 1);
        if (target.Length < needed)
            target = new byte[Math.Max(needed, 2 * target.Length)];
        int at = 0;
        uint section = 0;
        byte kind = 0;
        for (int p = 0; p < Count; p++)
        {
            bool changes = p == 0 || _sections[p] != section || _kinds[p] != kind;
            at += VarInt.Write(target.AsSpan(at), _positions[p + 1] - _positions[p]);
            at += VarInt.Write(target.AsSpan(at), ((ulong)(_codes[p + 1] - _codes[p]) << 1) | (changes ? 1u : 0));
            if (!changes)
                continue;
            (section, kind) = (_sections[p], _kinds[p]);
            target[at++] = kind;
            at += VarInt.Write(target.AsSpan(at), section);
        }

        return at;
    }

    /// <summary>Reads what <see cref="Write"/> wrote, <paramref name="count"/> paragraphs; false for other
    /// bytes.</summary>
    public bool Read(ReadOnlySpan<byte> source, int count)
    {
        int at = 0;
        ulong section = 0;
        byte kind = 0;
        for (int p = 0; p < count; p++)
        {
            if (!VarInt.TryRead(source, ref at, out ulong positions) || positions is 0 or > int.MaxValue
                || !VarInt.TryRead(source, ref at, out ulong codes) || codes > uint.MaxValue)
                return false;
            if ((codes & 1) != 0)
            {
                if (at == source.Length)
                    return false;
                kind = source[at++];
                if (!VarInt.TryRead(source, ref at, out section) || section > uint.MaxValue)
                    return false;
            }
            else if (p == 0)
            {
                return false;
            }

            Add((uint)positions, (uint)(codes >> 1), (uint)section, kind);
        }

        return at == source.Length;
    }
}
