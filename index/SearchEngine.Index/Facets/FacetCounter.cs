using SearchEngine.Index.Reading;
using SearchEngine.Index.Search;

namespace SearchEngine.Index.Facets;

/// <summary>Counts the values of one field over segments.</summary>
/// <param name="table">The field's values in the snapshot.</param>
/// <param name="field">Its number in the schema.</param>
/// <param name="sideways">Whether the conditions on this field are left out.</param>
internal sealed class FacetCounter(FacetTable table, int field, bool sideways)
{
    private readonly int[] _counts = new int[table.Values.Length + 1];

    /// <summary>Documents under the request's filters; null where there are none, and all live ones count.</summary>
    private int[]? _of;

    /// <summary>Adds a segment, given by its number. <paramref name="rows"/>: its counts by rows.</summary>
    public void Add(int number, SegmentMatches matches, RowCounts rows)
    {
        bool leavesOut = sideways && matches.IsOwn(table.Field);
        // The same for all segments of a request.
        if (matches.IsFiltered(exceptField: null))
            _of ??= new int[_counts.Length];
        if (!leavesOut && rows.Holds(field))
        {
            rows.AddHits(table, field, number, _counts);
            if (_of is not null)
                rows.AddUniverse(table, field, number, _of);
            return;
        }

        BitSet universe = matches.Universe(leavesOut ? table.Field : null);
        BitSet hits = leavesOut ? matches.Restricted.Bits.Copy().And(universe) : matches.Hits;
        FieldColumn column = matches.Segment.Reader.Column(field);
        int[] counts = new int[column.Missing + 1];
        column.Count(hits, counts);
        table.AddTo(_counts, number, counts);
        if (_of is null)
            return;
        Array.Clear(counts);
        column.Count(universe, counts);
        table.AddTo(_of, number, counts);
    }

    public FacetCounts ToCounts()
    {
        List<FacetValue> values = new(_counts.Length);
        for (int place = 0; place < _counts.Length; place++)
        {
            if (table.Live[place] > 0)
                values.Add(new FacetValue(
                    place < table.Values.Length ? table.Values[place] : null, _counts[place], (_of ?? table.Live)[place]));
        }

        return new FacetCounts(table.Field, values);
    }
}
