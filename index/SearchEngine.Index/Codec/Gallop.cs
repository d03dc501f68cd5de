namespace SearchEngine.Index.Codec;

/// <summary>Search by growing steps (Bentley and Yao, An almost optimal algorithm for unbounded searching, 1976): the cost
/// is the logarithm of the way that is gone.</summary>
internal static class Gallop
{
    /// <summary>The first place from <paramref name="at"/> on whose value is not below the wanted one; the length for
    /// none. <paramref name="ascending"/>: values.</summary>
    public static int To(ReadOnlySpan<int> ascending, int at, int wanted)
    {
        if (at >= ascending.Length || ascending[at] >= wanted)
            return at;
        int low = at;
        int step = 1;
        while (low + step < ascending.Length && ascending[low + step] < wanted)
        {
            low += step;
            step <<= 1;
        }

        int high = Math.Min(low + step, ascending.Length);
        while (high - low > 1)
        {
            int middle = low + ((high - low) >> 1);
            if (ascending[middle] < wanted)
                low = middle;
            else
                high = middle;
        }

        return high;
    }
}
