namespace SearchEngine.Index.Search;

/// <summary>Searches in ascending arrays from a place that is known to be before.</summary>
internal static class Gallop
{
    /// <summary>The last index from <paramref name="from"/> on whose value is at most <paramref
    /// name="wanted"/>.</summary>
    public static int LastAtMost(ReadOnlySpan<uint> values, int from, uint wanted)
    {
        int low = from;
        int step = 1;
        while (low + step < values.Length && values[low + step] <= wanted)
        {
            low += step;
            step <<= 1;
        }

        int high = Math.Min(low + step, values.Length);
        while (high - low > 1)
        {
            int middle = low + ((high - low) >> 1);
            if (values[middle] <= wanted)
                low = middle;
            else
                high = middle;
        }

        return low;
    }
}
