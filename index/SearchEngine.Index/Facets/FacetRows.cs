using System.Numerics;
using SearchEngine.Index.Codec;
using SearchEngine.Index.Reading;
using SearchEngine.Index.Search;

namespace SearchEngine.Index.Facets;

/// <summary>
/// The values of a segment's fields, those of one document side by side, each as the number of its count: one walk
/// counts all fields. Fields with very many values, or with many in one document, are not in it.
/// </summary>
internal sealed class FacetRows
{
    /// <summary>A document with more values of a field keeps the field out.</summary>
    private const int WidestField = 8;

    /// <summary>Every request clears all counts, so fields of very many values stay out.</summary>
    private const int MostPlaces = 1 << 14;

    private readonly int[] _firsts;
    private readonly int[] _widths;
    private readonly int[] _offsets;
    private readonly ushort[] _rows;
    private readonly int _stride;

    public FacetRows(IReadOnlyList<FieldColumn> columns, int documents)
    {
        _firsts = new int[columns.Count];
        _widths = new int[columns.Count];
        _offsets = new int[columns.Count];
        for (int field = 0; field < _widths.Length; field++)
        {
            int width = WidthOf(columns[field], documents);
            // One for each ordinal, the missing one among them, and for each empty place of a row one of its own:
            // counts that are added to in every document would wait for themselves.
            int places = columns[field].Missing + 1 + width;
            if (width == 0 || Places + places > MostPlaces || (long)(_stride + width) * documents > Array.MaxLength)
                continue;
            (_widths[field], _firsts[field], _offsets[field]) = (width, Places, _stride);
            _stride += width;
            Places += places;
        }

        _rows = new ushort[_stride * documents];
        for (int field = 0; field < _widths.Length; field++)
            Fill(columns[field], field, documents);
    }

    /// <summary>Number of counts.</summary>
    public int Places { get; }

    /// <summary>True when so many documents have fewer values than there are counts: it costs less to add each of them
    /// to the totals than to count first.</summary>
    public bool AreFew(int documents) => documents * (long)_stride < Places;

    /// <summary>True for a field that is counted here.</summary>
    public bool Holds(int field) => _widths[field] > 0;

    /// <summary>The counts of a field among all counts: one for each ordinal, the missing one's last.</summary>
    public ReadOnlySpan<int> CountsOf(int field, FieldColumn column, ReadOnlySpan<int> counts) =>
        counts.Slice(_firsts[field], column.Missing + 1);

    /// <summary>Adds one to the count of each ordinal of each field of each document of a set.</summary>
    public void Count(BitSet documents, Span<int> counts)
    {
        ReadOnlySpan<ulong> words = documents.Words;
        ReadOnlySpan<ushort> rows = _rows;
        int stride = _stride;
        for (int word = 0; word < words.Length; word++)
        {
            int first = word * BitSet.WordBits;
            for (ulong bits = words[word]; bits != 0; bits &= bits - 1)
            {
                foreach (ushort place in rows.Slice((first + BitOperations.TrailingZeroCount(bits)) * stride, stride))
                    counts[place]++;
            }
        }
    }

    /// <summary>The same for documents one by one.</summary>
    public void Count(ReadOnlySpan<int> documents, Span<int> counts)
    {
        ReadOnlySpan<ushort> rows = _rows;
        int stride = _stride;
        for (int i = 0; i < documents.Length; i++)
        {
            if (i + Fetch.Ahead < documents.Length)
                Fetch.Line(rows, documents[i + Fetch.Ahead] * stride);
            foreach (ushort place in rows.Slice(documents[i] * stride, stride))
                counts[place]++;
        }
    }

    /// <summary>Adds one to the total of each value of a field of documents one by one.</summary>
    /// <param name="documents">Ascending.</param>
    /// <param name="field">A field that is counted here.</param>
    /// <param name="places">The total of each ordinal, the missing one's last.</param>
    /// <param name="totals">The totals.</param>
    public void AddEach(ReadOnlySpan<int> documents, int field, ReadOnlySpan<int> places, int[] totals)
    {
        int first = _firsts[field];
        for (int i = 0; i < documents.Length; i++)
        {
            if (i + Fetch.Ahead < documents.Length)
                Fetch.Line<ushort>(_rows, documents[i + Fetch.Ahead] * _stride);
            foreach (ushort place in _rows.AsSpan((documents[i] * _stride) + _offsets[field], _widths[field]))
            {
                // Behind the ordinals are the counts of empty places.
                if (place - first < places.Length)
                    totals[places[place - first]]++;
            }
        }
    }

    private static int WidthOf(FieldColumn column, int documents)
    {
        int widest = 0;
        for (int document = 0; document < documents; document++)
            widest = Math.Max(widest, column.Of(document).Length);
        return widest > WidestField ? 0 : widest;
    }

    private void Fill(FieldColumn column, int field, int documents)
    {
        for (int document = 0; document < documents; document++)
        {
            Span<ushort> row = _rows.AsSpan((document * _stride) + _offsets[field], _widths[field]);
            ReadOnlySpan<int> ordinals = row.IsEmpty ? [] : column.Of(document);
            for (int i = 0; i < row.Length; i++)
                row[i] = (ushort)(_firsts[field] + (i < ordinals.Length ? ordinals[i] : column.Missing + 1 + i));
        }
    }
}
