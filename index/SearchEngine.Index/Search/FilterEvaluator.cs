using System.Globalization;
using SearchEngine.Index.Query;
using SearchEngine.Index.Reading;
using SearchEngine.Index.Schema;

namespace SearchEngine.Index.Search;

/// <summary>Which documents of a segment satisfy a filter.</summary>
internal sealed class FilterEvaluator(IndexSchema schema, SegmentReader segment)
{
    /// <summary>Deleted documents may be among them. <see cref="ArgumentException"/> for a field that does not
    /// fit.</summary>
    public BitSet Evaluate(Filter filter)
    {
        int field = SchemaRules.FieldOf(schema, filter.Field);
        FieldColumn column = segment.Column(field);
        // The condition is decided once for each value, not for each document.
        bool[] accepted = new bool[column.Missing + 1];
        switch (filter)
        {
            case AnyOfFilter any:
                Mark(column, field, any.Values, accepted);
                accepted[^1] = any.OrMissing;
                break;
            case NoneOfFilter none:
                Mark(column, field, none.Values, accepted);
                accepted[^1] = none.AndPresent;
                return Holders(column, accepted).Invert();
            case RangeFilter range when column.Numbers is { } numbers:
                for (int ordinal = 0; ordinal < numbers.Length; ordinal++)
                    accepted[ordinal] = !(numbers[ordinal] < range.From) && !(numbers[ordinal] > range.To);
                accepted[^1] = range.OrMissing;
                break;
            case RangeFilter:
                throw new ArgumentException($"The field {filter.Field} has no order for ranges.", nameof(filter));
            case MissingFilter:
                accepted[^1] = true;
                break;
            default:
                throw new ArgumentException($"A filter of type {filter.GetType().Name} is not known here.", nameof(filter));
        }

        return Holders(column, accepted);
    }

    private void Mark(FieldColumn column, int field, IReadOnlyList<string> values, bool[] accepted)
    {
        foreach (string value in values)
        {
            int ordinal = column.Numbers is { } numbers
                ? long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number)
                    ? Array.BinarySearch(numbers, number)
                    : -1
                : segment.Values.Find(field, value);
            if (ordinal >= 0)
                accepted[ordinal] = true;
        }
    }

    /// <summary>Documents with at least one of the ordinals.</summary>
    private BitSet Holders(FieldColumn column, bool[] accepted)
    {
        if (column.Single is { } single)
            return OrdinalScan.Holders(single, accepted);
        BitSet bits = new(segment.Documents);
        for (int document = 0; document < segment.Documents; document++)
        {
            if (HoldsAny(column.Of(document), accepted))
                bits.Add(document);
        }

        return bits;
    }

    private static bool HoldsAny(ReadOnlySpan<int> held, bool[] accepted)
    {
        foreach (int ordinal in held)
        {
            if (accepted[ordinal])
                return true;
        }

        return false;
    }
}
