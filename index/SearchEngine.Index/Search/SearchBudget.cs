namespace SearchEngine.Index.Search;

/// <summary>
/// What a query may cost. The engine looks at it every 1,024 documents and stops with a partial result.
/// </summary>
/// <param name="Deadline">Time from the start of the search; null for none.</param>
/// <param name="Postings">Positions that may be read; null for any number.</param>
/// <param name="Cancellation">The caller's wish to stop.</param>
public sealed record SearchBudget(TimeSpan? Deadline, long? Postings, CancellationToken Cancellation = default)
{
    public static SearchBudget Unlimited { get; } = new(null, null);
}
