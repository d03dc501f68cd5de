namespace SearchEngine.Index.Indexing;

/// <summary>Stable least-significant-digit radix sort, two passes of 16 bits.</summary>
internal static class RadixSort
{
    private const int Buckets = 1 << 16;

    /// <summary>
    /// Sorts entries by their upper 32 bits; entries with equal ones keep their order. Takes as much memory again.
    /// </summary>
    public static void ByHighHalf(Span<ulong> entries)
    {
        ulong[] other = new ulong[entries.Length];
        Pass(entries, other, 32);
        Pass(other, entries, 48);
    }

    private static void Pass(ReadOnlySpan<ulong> source, Span<ulong> target, int shift)
    {
        int[] next = new int[Buckets];
        foreach (ulong entry in source)
            next[(ushort)(entry >> shift)]++;
        int start = 0;
        for (int bucket = 0; bucket < Buckets; bucket++)
        {
            int size = next[bucket];
            next[bucket] = start;
            start += size;
        }

        foreach (ulong entry in source)
            target[next[(ushort)(entry >> shift)]++] = entry;
    }
}
