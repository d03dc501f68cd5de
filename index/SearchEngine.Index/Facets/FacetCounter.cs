using System.Globalization;
using SearchEngine.Index.Reading;
using SearchEngine.Index.Schema;
using SearchEngine.Index.Search;

namespace SearchEngine.Index.Facets;

/// <summary>Counts the values of one field over segments.</summary>
internal sealed class FacetCounter(IndexSchema schema, string name)
{
    private readonly int _field = SchemaRules.FieldOf(schema, name);
    private readonly SortedDictionary<string, Tally> _values = new(StringComparer.Ordinal);
    private readonly Tally _missing = new();

    /// <summary>Adds a segment: every live document gives its values, those in the sets count.</summary>
    public void Add(SnapshotSegment segment, BitSet matching, BitSet universe)
    {
        SegmentReader reader = segment.Reader;
        bool isNumber = schema.Fields[_field].Kind == FieldKind.Number;
        Tally?[] byOrdinal = new Tally?[isNumber ? 0 : reader.Values.Terms(_field)];
        for (int document = 0; document < reader.Documents; document++)
        {
            if (!segment.Live[document])
                continue;
            bool matches = matching[document];
            bool counts = universe[document];
            if (isNumber)
            {
                TallyOfNumber(reader, document).Add(matches, counts);
                continue;
            }

            ReadOnlySpan<uint> ordinals = reader.Values.Ordinals(_field, document);
            foreach (uint ordinal in ordinals)
            {
                byOrdinal[ordinal] ??= TallyOf(reader.Values.Term(_field, (int)ordinal));
                byOrdinal[ordinal]!.Add(matches, counts);
            }

            if (ordinals.IsEmpty)
                _missing.Add(matches, counts);
        }
    }

    public FacetCounts ToCounts()
    {
        List<FacetValue> values = [.. _values.Select(pair => pair.Value.ToValue(pair.Key))];
        if (_missing.IsSeen)
            values.Add(_missing.ToValue(null));
        return new FacetCounts(name, values);
    }

    private Tally TallyOfNumber(SegmentReader reader, int document) =>
        reader.Values.TryNumber(_field, document, out long value)
            ? TallyOf(value.ToString(CultureInfo.InvariantCulture))
            : _missing;

    private Tally TallyOf(string value)
    {
        if (!_values.TryGetValue(value, out Tally? tally))
            _values.Add(value, tally = new Tally());
        return tally;
    }

    private sealed class Tally
    {
        private int _count;
        private int _of;

        public bool IsSeen { get; private set; }

        public void Add(bool matches, bool counts)
        {
            IsSeen = true;
            _of += counts ? 1 : 0;
            _count += matches && counts ? 1 : 0;
        }

        public FacetValue ToValue(string? value) => new(value, _count, _of);
    }
}
