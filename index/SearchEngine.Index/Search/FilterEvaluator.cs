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
        bool isNumber = schema.Fields[field].Kind == FieldKind.Number;
        return filter switch
        {
            AnyOfFilter any => isNumber
                ? Numbers(field, NumbersOf(any.Values).Contains, any.OrMissing)
                : Strings(field, any.Values, wanted: true, any.OrMissing),
            NoneOfFilter none => isNumber
                ? Numbers(field, NoneOf(none.Values), !none.AndPresent)
                : Strings(field, none.Values, wanted: false, !none.AndPresent),
            RangeFilter range when isNumber =>
                Numbers(field, value => !(value < range.From) && !(value > range.To), range.OrMissing),
            RangeFilter => throw new ArgumentException($"The field {filter.Field} has no order for ranges.", nameof(filter)),
            MissingFilter => isNumber
                ? Numbers(field, static _ => false, missing: true)
                : Strings(field, [], wanted: true, missing: true),
            _ => throw new ArgumentException($"A filter of type {filter.GetType().Name} is not known here.", nameof(filter)),
        };
    }

    private static Func<long, bool> NoneOf(IReadOnlyList<string> values)
    {
        HashSet<long> refused = NumbersOf(values);
        return value => !refused.Contains(value);
    }

    private static HashSet<long> NumbersOf(IReadOnlyList<string> values)
    {
        HashSet<long> numbers = [];
        foreach (string value in values)
        {
            if (long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number))
                numbers.Add(number);
        }

        return numbers;
    }

    private BitSet Numbers(int field, Func<long, bool> accepts, bool missing)
    {
        BitSet bits = new(segment.Documents);
        for (int document = 0; document < segment.Documents; document++)
        {
            if (segment.Values.TryNumber(field, document, out long value) ? accepts(value) : missing)
                bits.Add(document);
        }

        return bits;
    }

    private BitSet Strings(int field, IReadOnlyList<string> values, bool wanted, bool missing)
    {
        HashSet<uint> ordinals = [];
        foreach (string value in values)
        {
            int ordinal = segment.Values.Find(field, value);
            if (ordinal >= 0)
                ordinals.Add((uint)ordinal);
        }

        BitSet bits = new(segment.Documents);
        for (int document = 0; document < segment.Documents; document++)
        {
            ReadOnlySpan<uint> held = segment.Values.Ordinals(field, document);
            if (held.IsEmpty ? missing : HoldsAny(held, ordinals) == wanted)
                bits.Add(document);
        }

        return bits;
    }

    private static bool HoldsAny(ReadOnlySpan<uint> held, HashSet<uint> ordinals)
    {
        foreach (uint ordinal in held)
        {
            if (ordinals.Contains(ordinal))
                return true;
        }

        return false;
    }
}
