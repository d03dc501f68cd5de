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
        // One place more than there are ordinals, for the empty places of rows.
        int[] counts = new int[column.Missing + 2];
        ReadOnlySpan<int> all = table.LiveOf(number);
        SegmentReader reader = matches.Segment.Reader;
        if (!leavesOut && matches.HasFewHits && reader.Rows.Holds(field))
        {
            reader.Rows.Count(field, matches.FewHits, counts);
        }
        else if (isAll && 2 * hits.Count > universe.Count)
        {
            // Where most documents match it is the rest that is counted.
            Count(matches, hits.Copy().Invert().And(universe), counts);
            for (int ordinal = 0; ordinal <= column.Missing; ordinal++)
                counts[ordinal] = all[ordinal] - counts[ordinal];
        }
        else
        {
            Count(matches, hits, counts);
        }

        table.AddTo(_counts, number, counts.AsSpan(0, column.Missing + 1));
        if (isAll)
        {
            table.AddTo(_of, number, all);
            return;
        }

        Array.Clear(counts);
        Count(matches, universe, counts);
        table.AddTo(_of, number, counts.AsSpan(0, column.Missing + 1));
    }

    private void Count(SegmentMatches matches, BitSet documents, int[] counts)
    {
        SegmentReader reader = matches.Segment.Reader;
        if (reader.Rows.Holds(field))
            reader.Rows.Count(field, documents, counts);
        else
            reader.Column(field).Count(documents, counts);
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
