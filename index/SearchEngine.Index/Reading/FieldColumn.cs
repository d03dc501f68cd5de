using System.Numerics;
using SearchEngine.Index.Schema;
using SearchEngine.Index.Search;
using SearchEngine.Index.Store;

namespace SearchEngine.Index.Reading;

/// <summary>
/// A field of a segment as counting, filtering and sorting want it: an ordinal for each value of each document, checked
/// once when it is made. A document without a value has the ordinal <see cref="Missing"/>.
/// </summary>
internal sealed class FieldColumn
{
    private readonly DocValues _values;
    private readonly int _field;
    private readonly int[]? _starts;
    private readonly int[] _ordinals;

    public FieldColumn(DocValues values, int field, FieldKind kind, int documents)
    {
        _values = values;
        _field = field;
        if (kind == FieldKind.Number)
            (Numbers, _ordinals) = ReadNumbers(values, field, documents);
        else
            (_starts, _ordinals) = ReadStrings(values, field, documents);
        Missing = Numbers?.Length ?? values.Terms(field);
    }

    /// <summary>Number of distinct values, and the ordinal of documents that have none.</summary>
    public int Missing { get; }

    /// <summary>The distinct numbers, ascending; null for a field of strings.</summary>
    public long[]? Numbers { get; }

    /// <summary>The value of each document when none has two; else null.</summary>
    public int[]? Single => _starts is null ? _ordinals : null;

    /// <summary>A document's ordinals; never empty.</summary>
    public ReadOnlySpan<int> Of(int document) => _starts is null
        ? new ReadOnlySpan<int>(in _ordinals[document])
        : _ordinals.AsSpan(_starts[document].._starts[document + 1]);

    /// <summary>Adds one to the count of each ordinal of each document of a set.</summary>
    public void Count(BitSet documents, int[] counts)
    {
        ReadOnlySpan<ulong> words = documents.Words;
        int[] ordinals = _ordinals;
        int[]? starts = _starts;
        for (int word = 0; word < words.Length; word++)
        {
            int first = word * BitSet.WordBits;
            if (starts is null)
            {
                for (ulong bits = words[word]; bits != 0; bits &= bits - 1)
                    counts[ordinals[first + BitOperations.TrailingZeroCount(bits)]]++;
                continue;
            }

            for (ulong bits = words[word]; bits != 0; bits &= bits - 1)
            {
                int document = first + BitOperations.TrailingZeroCount(bits);
                for (int i = starts[document]; i < starts[document + 1]; i++)
                    counts[ordinals[i]]++;
            }
        }
    }

    /// <summary>A string by its ordinal.</summary>
    public string Text(int ordinal) => _values.Term(_field, ordinal);

    private static (long[] Numbers, int[] Ordinals) ReadNumbers(DocValues values, int field, int documents)
    {
        SortedSet<long> distinct = [];
        for (int document = 0; document < documents; document++)
        {
            if (values.TryNumber(field, document, out long value))
                distinct.Add(value);
        }

        long[] numbers = [.. distinct];
        int[] ordinals = new int[documents];
        for (int document = 0; document < documents; document++)
        {
            ordinals[document] = values.TryNumber(field, document, out long value)
                ? Array.BinarySearch(numbers, value)
                : numbers.Length;
        }

        return (numbers, ordinals);
    }

    /// <exception cref="CorruptIndexException">An ordinal is not below the number of strings.</exception>
    private static (int[]? Starts, int[] Ordinals) ReadStrings(DocValues values, int field, int documents)
    {
        List<int> ordinals = [];
        int[] starts = new int[documents + 1];
        bool single = true;
        for (int document = 0; document < documents; document++)
        {
            ReadOnlySpan<uint> held = values.Ordinals(field, document);
            foreach (uint ordinal in held)
                ordinals.Add((int)ordinal);
            if (held.IsEmpty)
                ordinals.Add(values.Terms(field));
            single &= held.Length <= 1;
            starts[document + 1] = ordinals.Count;
        }

        return (single ? null : starts, [.. ordinals]);
    }
}
