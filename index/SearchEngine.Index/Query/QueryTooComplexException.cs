namespace SearchEngine.Index.Query;

/// <summary>A query is deeper, larger or longer than <see cref="IndexLimits"/> allows.</summary>
/// <param name="limit">Name of the limit.</param>
/// <param name="allowed">Its value.</param>
public sealed class QueryTooComplexException(string limit, int allowed)
    : Exception($"The query is over the limit {limit} of {allowed}.")
{
    public string Limit { get; } = limit;

    public int Allowed { get; } = allowed;
}
