using SearchEngine.Index.Reading;
using SearchEngine.Index.Search;

namespace SearchEngine.Index.Facets;

/// <summary>Counts the values of one field over segments.</summary>
internal sealed class FacetCounter(FacetTable table, int field)
{
    private readonly int[] _counts = new int[table.Values.Length + 1];
    private readonly int[] _of = new int[table.Values.Length + 1];

    /// <summary>Adds a segment, given by its number.</summary>
    public void Add(int number, SegmentMatches matches)
    {
        FieldColumn column = matches.Segment.Reader.Column(field);
        BitSet universe = matches.Universe(table.Field);
        bool isAll = !matches.IsFiltered(table.Field);
        int[] counts = new int[column.Missing + 1];
        BitSet hits = matches.Restricted.Copy().And(universe);
        ReadOnlySpan<int> all = table.LiveOf(number);
        if (isAll && hits.Count > universe.Count / 2)
        {
            // Where most documents match it is the rest that is counted.
            Count(column, hits.Invert().And(universe), counts);
            for (int ordinal = 0; ordinal < counts.Length; ordinal++)
                counts[ordinal] = all[ordinal] - counts[ordinal];
        }
        else
        {
            Count(column, hits, counts);
        }

        table.AddTo(_counts, number, counts);
        if (isAll)
        {
            table.AddTo(_of, number, all);
            return;
        }

        Array.Clear(counts);
        Count(column, universe, counts);
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

    private static void Count(FieldColumn column, BitSet documents, int[] counts)
    {
        if (column.Single is { } single)
        {
            for (int document = documents.Next(0); document >= 0; document = documents.Next(document + 1))
                counts[single[document]]++;
            return;
        }

        for (int document = documents.Next(0); document >= 0; document = documents.Next(document + 1))
        {
            foreach (int ordinal in column.Of(document))
                counts[ordinal]++;
        }
    }
}
