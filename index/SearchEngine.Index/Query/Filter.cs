namespace SearchEngine.Index.Query;

/// <summary>A condition on one doc-value field.</summary>
/// <param name="Field">Name of the field in the schema.</param>
public abstract record Filter(string Field);

/// <summary>The field holds one of these values. <paramref name="OrMissing"/> accepts documents without a value
/// too.</summary>
public sealed record AnyOfFilter(string Field, IReadOnlyList<string> Values, bool OrMissing = false) : Filter(Field);

/// <summary>The field holds none of these values. <paramref name="AndPresent"/> also refuses documents without a
/// value.</summary>
public sealed record NoneOfFilter(string Field, IReadOnlyList<string> Values, bool AndPresent = false) : Filter(Field);

/// <summary>From ≤ number ≤ To; null is open. Documents without a number match only when <paramref
/// name="OrMissing"/>.</summary>
public sealed record RangeFilter(string Field, long? From, long? To, bool OrMissing = false) : Filter(Field);

/// <summary>The field has no value.</summary>
public sealed record MissingFilter(string Field) : Filter(Field);
