using System.Globalization;
using SearchEngine.Index.Reading;
using SearchEngine.Index.Schema;

namespace SearchEngine.Index.Facets;

/// <summary>The values of one field over all segments of a snapshot, and how many live documents have each.</summary>
internal sealed class FacetTable
{
    private readonly int[][] _maps;
    private readonly int[][] _live;

    public FacetTable(IReadOnlyList<SnapshotSegment> segments, IndexSchema schema, int field)
    {
        FieldColumn[] columns = [.. segments.Select(segment => segment.Reader.Column(field))];
        string[][] texts = [.. columns.Select(TextsOf)];
        Values = [.. texts.SelectMany(text => text).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        Field = schema.Fields[field].Name;
        _maps = [.. texts.Select(text => (int[])
            [.. text.Select(value => Array.BinarySearch(Values, value, StringComparer.Ordinal)), Values.Length])];
        _live = new int[columns.Length][];
        Live = new int[Values.Length + 1];
        for (int s = 0; s < columns.Length; s++)
        {
            _live[s] = new int[columns[s].Missing + 1];
            for (int document = 0; document < segments[s].Live.Documents; document++)
            {
                if (!segments[s].Live[document])
                    continue;
                foreach (int ordinal in columns[s].Of(document))
                    _live[s][ordinal]++;
            }

            AddTo(Live, s, _live[s]);
        }
    }

    public string Field { get; }

    /// <summary>Ordinal order; missing is the place behind the last.</summary>
    public string[] Values { get; }

    /// <summary>Live documents with each value, the missing last.</summary>
    public int[] Live { get; }

    /// <summary>Live documents of a segment with each of its ordinals. Not to be changed.</summary>
    public ReadOnlySpan<int> LiveOf(int segment) => _live[segment];

    /// <summary>The snapshot's place of each ordinal of a segment, the missing one's last. Not to be changed.</summary>
    public ReadOnlySpan<int> PlacesOf(int segment) => _maps[segment];

    /// <summary>The snapshot's place of a value of a segment.</summary>
    public int PlaceOf(int segment, int ordinal) => _maps[segment][ordinal];

    /// <summary>Adds counts by a segment's ordinals to counts by place.</summary>
    public void AddTo(int[] total, int segment, ReadOnlySpan<int> counts)
    {
        int[] map = _maps[segment];
        for (int ordinal = 0; ordinal < counts.Length; ordinal++)
            total[map[ordinal]] += counts[ordinal];
    }

    private static string[] TextsOf(FieldColumn column) => column.Numbers is { } numbers
        ? [.. numbers.Select(number => number.ToString(CultureInfo.InvariantCulture))]
        : [.. Enumerable.Range(0, column.Missing).Select(column.Text)];
}
