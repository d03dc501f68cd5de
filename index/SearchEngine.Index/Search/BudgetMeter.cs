using System.Diagnostics;

namespace SearchEngine.Index.Search;

/// <summary>Counts what a search spends. Once over, it stays over.</summary>
internal sealed class BudgetMeter(SearchBudget budget)
{
    private readonly long _start = Stopwatch.GetTimestamp();
    private long _postings;
    private long _documents;

    public bool IsSpent { get; private set; }

    /// <summary>Counts positions that are about to be read; false when the budget does not allow them.</summary>
    public bool Spend(long postings)
    {
        _postings += postings;
        if (_postings > budget.Postings)
            IsSpent = true;
        return Look();
    }

    /// <summary>Counts a document that is about to be read whole or scored.</summary>
    public bool SpendDocument() => ++_documents % IndexLimits.BudgetInterval != 0 ? !IsSpent : Look();

    private bool Look()
    {
        IsSpent = IsSpent || budget.Cancellation.IsCancellationRequested
            || (budget.Deadline is { } deadline && Stopwatch.GetElapsedTime(_start) > deadline);
        return !IsSpent;
    }
}
