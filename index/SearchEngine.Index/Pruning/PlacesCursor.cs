using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using SearchEngine.Index.Codec;
using SearchEngine.Index.Reading;
using SearchEngine.Index.Search;

namespace SearchEngine.Index.Pruning;

/// <summary>A frequent term: blocks of its list of places are decoded when something in them is asked for.</summary>
internal sealed class PlacesCursor : LeafCursor
{
    private readonly SegmentReader _segment;
    private readonly TermEntry _entry;
    private readonly DensityBounds _bounds;
    private readonly ulong _mask;
    private readonly BudgetMeter _budget;
    private readonly ulong[] _shares = new ulong[IndexLimits.Roles + 1];

    /// <summary>The block that was decoded last, filled up for <see cref="BlockSearch.Rows"/>.</summary>
    private readonly int[] _stretches = new int[PackedBlock.Size + BlockSearch.Lanes];
    private readonly int[] _counts = new int[PackedBlock.Size];
    private int _length;
    private int _block = -1;

    /// <param name="segment">The segment.</param>
    /// <param name="entry">The term, which has a list of places.</param>
    /// <param name="bounds">What its densities say of its scores.</param>
    /// <param name="mask">Roles whose occurrences count.</param>
    /// <param name="budget">Is told of every block that is decoded; who walks looks at it.</param>
    public PlacesCursor(SegmentReader segment, in TermEntry entry, DensityBounds bounds, ulong mask, BudgetMeter budget)
    {
        (_segment, _entry, _bounds, _mask, _budget) = (segment, entry, bounds, mask, budget);
        _stretches.AsSpan().Fill(int.MaxValue);
    }

    public override void Begin(in LeafScore score)
    {
        base.Begin(score);
        for (int place = 0; place < _shares.Length; place++)
            _shares[place] = RoleTally.ShareOf(place, _mask, score.TitleWeight);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void MostIn(IReadOnlyList<DocumentRow> rows, Span<float> most)
    {
        PlaceList list = _segment.PlacesOf(_entry);
        ReadOnlySpan<byte> codes = list.Densities(Math.Max(0, _bounds.Measure));
        int block = 0;
        for (int row = 0; row < rows.Count; row++)
        {
            // A document that begins in the block before is bounded there as well.
            while (block + 1 < codes.Length && list.FirstOf(block + 1) <= rows[row].FirstStretch)
                block++;
            if (list.FirstOf(block) >= rows[row].EndStretch)
                continue;
            byte greatest = codes[block];
            while (block + 1 < codes.Length && list.FirstOf(block + 1) < rows[row].EndStretch)
                greatest = Math.Max(greatest, codes[++block]);
            most[row] = MathF.BitIncrement((float)(Score.Weight * _bounds[greatest]));
        }
    }

    /// <summary>What is read of an entry was checked when it was decoded.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void AddTo(Span<double> scores, Span<int> held, in DocumentRow row)
    {
        ref int documents = ref MemoryMarshal.GetReference(_segment.Places.Documents);
        ref byte places = ref MemoryMarshal.GetReference(_segment.Places.Places);
        ref ulong shares = ref MemoryMarshal.GetArrayDataReference(_shares);
        ref int stretches = ref MemoryMarshal.GetArrayDataReference(_stretches);
        ref int counts = ref MemoryMarshal.GetArrayDataReference(_counts);
        (double weight, double gain, _, double[] norms) = Score;
        (int first, int end) = (row.First, row.EndStretch);
        PlaceList list = _segment.PlacesOf(_entry);
        int document = first;
        ulong found = 0;
        for (int block = list.BlockOf(row.FirstStretch); block < list.Blocks && list.FirstOf(block) < end; block++)
        {
            Decode(list, block);
            // The highest number stands behind the last entry.
            for (int i = new BlockSearch.Rows(_stretches).PlaceOf(row.FirstStretch); Unsafe.Add(ref stretches, i) < end; i++)
            {
                int stretch = Unsafe.Add(ref stretches, i);
                int next = Unsafe.Add(ref documents, stretch);
                if (next != document)
                {
                    Take(scores, held);
                    document = next;
                    found = 0;
                }

                found += (ulong)Unsafe.Add(ref counts, i) * Unsafe.Add(ref shares, Unsafe.Add(ref places, stretch));
            }
        }

        Take(scores, held);

        void Take(Span<double> scores, Span<int> held)
        {
            scores[document - first] += weight * Bm25.Saturation((long)(found >> 32), norms[document], gain);
            if (held.Length > 0)
                held[document - first] += found > 0 ? 1 : 0;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override ulong Find(int document)
    {
        ReadOnlySpan<int> firsts = _segment.Places.FirstOfDocument;
        (int begin, int end) = (firsts[document], firsts[document + 1]);
        PlaceList list = _segment.PlacesOf(_entry);
        ulong found = 0;
        int block = _length > 0 && _stretches[0] <= begin && _stretches[_length - 1] >= begin ? _block : list.BlockOf(begin);
        for (; block < list.Blocks && list.FirstOf(block) < end; block++)
        {
            Decode(list, block);
            for (int i = new BlockSearch.Rows(_stretches).PlaceOf(begin); _stretches[i] < end; i++)
                found += (ulong)_counts[i] * _shares[_segment.Places.Places[_stretches[i]]];
        }

        return found;
    }

    private void Decode(PlaceList list, int block)
    {
        if (block == _block)
            return;
        _length = list.DecodeBlock(block, _stretches, _counts);
        _stretches.AsSpan(_length).Fill(int.MaxValue);
        _block = block;
        _budget.Spend(_length);
    }
}
