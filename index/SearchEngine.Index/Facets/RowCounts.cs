using System.Buffers;
using SearchEngine.Index.Search;

namespace SearchEngine.Index.Facets;

/// <summary>The counts of all fields that lie in the rows of a segment, for one request: made once, when the first
/// field asks. Memory is borrowed until <see cref="Dispose"/>.</summary>
internal sealed class RowCounts(SegmentMatches matches) : IDisposable
{
    private int[]? _ofHits;
    private int[]? _ofUniverse;
    private bool _isRest;

    private FacetRows Rows => matches.Segment.Reader.Rows;

    /// <summary>True for a field whose counts are here.</summary>
    public bool Holds(int field) => Rows.Holds(field);

    /// <summary>Adds to the totals of a field the hits with each of its values. <paramref name="number"/>: the segment's.
    /// </summary>
    public void AddHits(FacetTable table, int field, int number, int[] totals)
    {
        if (matches.HitCount == 0)
            return;
        if (matches.HasFewHits && Rows.AreFew(matches.HitCount))
        {
            Rows.AddEach(matches.FewHits, field, table.PlacesOf(number), totals);
            return;
        }

        ReadOnlySpan<int> counts = Rows.CountsOf(field, matches.Segment.Reader.Column(field), _ofHits ??= OfHits());
        if (!_isRest)
        {
            table.AddTo(totals, number, counts);
            return;
        }

        ReadOnlySpan<int> live = table.LiveOf(number);
        Span<int> hits = new int[counts.Length];
        for (int ordinal = 0; ordinal < hits.Length; ordinal++)
            hits[ordinal] = live[ordinal] - counts[ordinal];
        table.AddTo(totals, number, hits);
    }

    /// <summary>The same for the documents under the request's filters.</summary>
    public void AddUniverse(FacetTable table, int field, int number, int[] totals)
    {
        _ofUniverse ??= Count(matches.Universe());
        table.AddTo(totals, number, Rows.CountsOf(field, matches.Segment.Reader.Column(field), _ofUniverse));
    }

    public void Dispose()
    {
        if (_ofHits is not null)
            ArrayPool<int>.Shared.Return(_ofHits);
        if (_ofUniverse is not null)
            ArrayPool<int>.Shared.Return(_ofUniverse);
        (_ofHits, _ofUniverse) = (null, null);
    }

    private int[] OfHits()
    {
        if (matches.HasFewHits)
        {
            int[] counts = NoCounts();
            Rows.Count(matches.FewHits, counts);
            return counts;
        }

        // Where most documents match it is the rest that is counted.
        _isRest = !matches.IsFiltered(exceptField: null) && 2L * matches.HitCount > matches.Segment.Live.Count;
        return Count(_isRest ? matches.Hits.Copy().Invert().And(matches.Universe()) : matches.Hits);
    }

    private int[] Count(BitSet documents)
    {
        int[] counts = NoCounts();
        Rows.Count(documents, counts);
        return counts;
    }

    private int[] NoCounts()
    {
        int[] counts = ArrayPool<int>.Shared.Rent(Rows.Places);
        counts.AsSpan(0, Rows.Places).Clear();
        return counts;
    }
}
