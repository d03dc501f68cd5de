using System.Numerics;
using SearchEngine.Index.Reading;
using SearchEngine.Index.Search;

namespace SearchEngine.Index.Facets;

/// <summary>
/// The values of a segment's fields, those of one document side by side: counting one field brings the others into the
/// processor's cache. Fields with very many values, or with many in one document, are not in it.
/// </summary>
internal sealed class FacetRows
{
    /// <summary>A document with more values of a field keeps the field out.</summary>
    private const int WidestField = 8;

    private readonly int[] _offsets;
    private readonly int[] _widths;
    private readonly ushort[] _rows;
    private readonly int _stride;

    public FacetRows(IReadOnlyList<FieldColumn> columns, int documents)
    {
        _offsets = new int[columns.Count];
        _widths = [.. columns.Select(column => WidthOf(column, documents))];
        for (int field = 0; field < _widths.Length; field++)
        {
            _offsets[field] = _stride;
            _stride += _widths[field];
        }

        if ((long)_stride * documents > Array.MaxLength)
        {
            Array.Clear(_widths);
            _stride = 0;
        }

        _rows = new ushort[_stride * documents];
        for (int field = 0; field < _widths.Length; field++)
            Fill(columns[field], field, documents);
    }

    /// <summary>True for a field that can be counted here.</summary>
    public bool Holds(int field) => _widths[field] > 0;

    /// <summary>Adds one to the count of each ordinal of each document of a set. <paramref name="counts"/> has a place
    /// for a missing value, and one more, which is of no meaning.</summary>
    public void Count(int field, BitSet documents, int[] counts)
    {
        ReadOnlySpan<ulong> words = documents.Words;
        ReadOnlySpan<ushort> rows = _rows;
        int width = _widths[field];
        for (int word = 0; word < words.Length; word++)
        {
            int first = word * BitSet.WordBits;
            for (ulong bits = words[word]; bits != 0; bits &= bits - 1)
            {
                int row = ((first + BitOperations.TrailingZeroCount(bits)) * _stride) + _offsets[field];
                foreach (ushort ordinal in rows.Slice(row, width))
                    counts[ordinal]++;
            }
        }
    }

    /// <summary>The same for documents one by one.</summary>
    public void Count(int field, ReadOnlySpan<int> documents, int[] counts)
    {
        ReadOnlySpan<ushort> rows = _rows;
        int offset = _offsets[field];
        int width = _widths[field];
        if (width == 1)
        {
            foreach (int document in documents)
                counts[rows[(document * _stride) + offset]]++;
            return;
        }

        foreach (int document in documents)
        {
            foreach (ushort ordinal in rows.Slice((document * _stride) + offset, width))
                counts[ordinal]++;
        }
    }

    private static int WidthOf(FieldColumn column, int documents)
    {
        if (column.Missing >= ushort.MaxValue)
            return 0;
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
            row.Fill((ushort)(column.Missing + 1));
            ReadOnlySpan<int> ordinals = row.IsEmpty ? [] : column.Of(document);
            for (int i = 0; i < ordinals.Length; i++)
                row[i] = (ushort)ordinals[i];
        }
    }
}
