using SearchEngine.Index.Query;

namespace SearchEngine.Search.Language;

/// <summary>A condition on one field: at least one of its alternatives holds.</summary>
/// <param name="Field">The field as the person named it.</param>
/// <param name="Alternatives">Conditions on doc values; at least one.</param>
/// <param name="Words">The values in words, one for each that was named, for the line that says how the query was
/// read.</param>
public sealed record FieldCondition(QueryField Field, IReadOnlyList<Filter> Alternatives, IReadOnlyList<string> Words)
{
    /// <summary>This condition or another one on the same field: several values of a field are alternatives.</summary>
    internal FieldCondition Or(FieldCondition other) =>
        new(Field, Merge([.. Alternatives, .. other.Alternatives]), [.. Words, .. other.Words]);

    /// <summary>Lists of values of one field become one list; ranges stay apart.</summary>
    internal static IReadOnlyList<Filter> Merge(IReadOnlyList<Filter> filters)
    {
        List<Filter> merged = [];
        foreach (Filter filter in filters)
        {
            int at = merged.FindIndex(held => held is AnyOfFilter or MissingFilter && held.Field == filter.Field);
            if (at >= 0 && filter is AnyOfFilter or MissingFilter)
                merged[at] = Union(merged[at], filter);
            else
                merged.Add(filter);
        }

        return merged;
    }

    private static AnyOfFilter Union(Filter first, Filter second)
    {
        IEnumerable<string> values = new[] { first, second }.OfType<AnyOfFilter>().SelectMany(filter => filter.Values);
        bool orMissing = first is MissingFilter or AnyOfFilter { OrMissing: true }
            || second is MissingFilter or AnyOfFilter { OrMissing: true };
        return new AnyOfFilter(first.Field, [.. values.Distinct()], orMissing);
    }
}
