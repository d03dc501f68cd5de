namespace SearchEngine.Index.Indexing;

/// <summary>Does things beside one another where there is a second thread for it, else one after the other.</summary>
internal sealed class Threads(bool two)
{
    /// <summary>True where there are two.</summary>
    public bool AreTwo => two;

    /// <summary>Does two things. Nobody is at work any more when this is left; when both throw, the first one's
    /// exception is thrown.</summary>
    public void Both(Action first, Action second)
    {
        Task beside = two ? Task.Run(second) : Task.CompletedTask;
        try
        {
            first();
        }
        finally
        {
            Task.WhenAny(beside).GetAwaiter().GetResult();
        }

        beside.GetAwaiter().GetResult();
        if (!two)
            second();
    }

    /// <summary>Does one thing to each of several; the order is not to matter. After one that throws, its thread goes
    /// on to no other.</summary>
    public void Each<T>(IReadOnlyList<T> items, Action<T> action)
    {
        int next = -1;
        Both(Rest, Rest);

        void Rest()
        {
            for (int item = Interlocked.Increment(ref next); item < items.Count; item = Interlocked.Increment(ref next))
                action(items[item]);
        }
    }
}
