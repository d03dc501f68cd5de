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
    private readonly int[] _of = new int[table.Values.Length + 1];

    /// <summary>Adds a segment, given by its number.</summary>
    public void Add(int number, SegmentMatches matches)
    {
        FieldColumn column = matches.Segment.Reader.Column(field);
        bool leavesOut = sideways && matches.IsOwn(table.Field);
        bool isAll = !matches.IsFiltered(leavesOut ? table.Field : null);
        BitSet universe = matches.Universe(leavesOut ? table.Field : null);
        BitSet hits = leavesOut ? matches.Restricted.Copy().And(universe) : matches.Hits;
        int[] counts = new int[column.Missing + 1];
        ReadOnlySpan<int> all = table.LiveOf(number);
        if (isAll && 2 * hits.Count > universe.Count)
        {
            // Where most documents match it is the rest that is counted.
            column.Count(hits.Copy().Invert().And(universe), counts);
            for (int ordinal = 0; ordinal < counts.Length; ordinal++)
                counts[ordinal] = all[ordinal] - counts[ordinal];
        }
        else
        {
            column.Count(hits, counts);
        }

        table.AddTo(_counts, number, counts);
        if (isAll)
        {
            table.AddTo(_of, number, all);
            return;
        }

        Array.Clear(counts);
        column.Count(universe, counts);
        table.AddTo(_of, number, counts);
    }

    public FacetCounts ToCounts()
    {
        List<FacetValue> values = [];
        for (int place = 0; place < _counts.Length; place++)
        {
            if (table.Live[place] > 0)
                values.Add(new FacetValue(
                    place < table.Values.Length ? table.Values[place] : null, _counts[place], _of[place]));
        }

        return new FacetCounts(table.Field, values);
    }
}
