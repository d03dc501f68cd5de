using System.Runtime.InteropServices;

namespace SearchEngine.Index.Codec;

/// <summary>How often each phrase of a table, and each two of them side by side, stand in a written sample. Its memory
/// serves round after round.</summary>
internal sealed class PairCounts
{
    private const int Buckets = 1 << 16;

    private readonly int[] _uses = new int[PhraseTable.MaxCodes];
    private readonly int[] _next = new int[Buckets];
    private readonly List<(uint Pair, int Count)> _pairs = [];
    private uint[] _entries = [];
    private uint[] _sorted = [];
    private int _count;

    /// <summary>Pairs that were seen twice or more, as first code &lt;&lt; 16 | second code, ascending; only those that
    /// are no longer than a phrase may be.</summary>
    public ReadOnlySpan<(uint Pair, int Count)> Pairs => CollectionsMarshal.AsSpan(_pairs);

    public int Uses(int code) => _uses[code];

    /// <summary>Writes one of <paramref name="step"/> pieces of a sample and counts anew.</summary>
    public void Count(IReadOnlyList<string> sample, int step, PhraseEncoder encoder)
    {
        Array.Clear(_uses);
        _pairs.Clear();
        _count = 0;
        ushort[] codes = [];
        for (int piece = 0; piece < sample.Count; piece += step)
        {
            int count = encoder.Encode(sample[piece], ref codes);
            Add(codes.AsSpan(0, count), encoder.Table);
        }

        Pass(_entries, _sorted, 0);
        Pass(_sorted, _entries, 16);
        CountRows();
    }

    private void Add(ReadOnlySpan<ushort> codes, PhraseTable table)
    {
        if (_entries.Length < _count + codes.Length)
        {
            Array.Resize(ref _entries, Math.Max(_count + codes.Length, 2 * _entries.Length));
            _sorted = new uint[_entries.Length];
        }

        int before = PhraseTable.Escape;
        int length = 0;
        for (int i = 0; i < codes.Length; i++)
        {
            int code = codes[i];
            _uses[code]++;
            if (code == PhraseTable.Escape)
                i++;
            else if (before != PhraseTable.Escape && length + table.LengthOf(codes[i]) <= PhraseTable.MaxPhrase)
                _entries[_count++] = ((uint)before << 16) | (uint)code;
            before = code;
            length = table.LengthOf((ushort)code);
        }
    }

    /// <summary>A pass of a radix sort that begins with the last digit.</summary>
    private void Pass(uint[] source, uint[] target, int shift)
    {
        Array.Clear(_next);
        foreach (uint entry in source.AsSpan(0, _count))
            _next[(ushort)(entry >> shift)]++;
        int start = 0;
        for (int bucket = 0; bucket < Buckets; bucket++)
        {
            int size = _next[bucket];
            _next[bucket] = start;
            start += size;
        }

        foreach (uint entry in source.AsSpan(0, _count))
            target[_next[(ushort)(entry >> shift)]++] = entry;
    }

    private void CountRows()
    {
        for (int i = 0; i < _count;)
        {
            int start = i;
            uint pair = _entries[i];
            while (i < _count && _entries[i] == pair)
                i++;
            // Most pairs are seen once: they save nothing worth a code.
            if (i - start > 1)
                _pairs.Add((pair, i - start));
        }
    }
}
