namespace SearchEngine.Index.Codec;

/// <summary>Of many values with a gain those with the greatest, without sorting the others. Its memory serves again and
/// again.</summary>
internal sealed class GainQueue
{
    private const int Buckets = 1 << 16;

    private readonly List<(uint Gain, uint Value)> _entries = [];
    private readonly int[] _withGain = new int[Buckets];

    /// <summary>The last bucket that anything is in.</summary>
    private int _last;

    public void Add(uint gain, uint value)
    {
        int bucket = BucketOf(gain);
        _entries.Add((gain, value));
        _withGain[bucket]++;
        _last = Math.Max(_last, bucket);
    }

    /// <summary>Forgets all values.</summary>
    public void Clear()
    {
        _entries.Clear();
        Array.Clear(_withGain, 0, _last + 1);
        _last = 0;
    }

    /// <summary>At least <paramref name="count"/> values by falling gain, or all; equal gains in the order in which
    /// they were added. The queue is used up until it is cleared.</summary>
    public ReadOnlySpan<uint> Greatest(int count)
    {
        int least = _last;
        // Some are taken in reserve: the caller may pass by a few.
        long wanted = count + (count / 2);
        for (long found = _withGain[least]; found < wanted && least > 0; found += _withGain[least])
            least--;
        int top = _withGain[Buckets - 1];
        int[] next = _withGain;
        int taken = 0;
        for (int bucket = _last; bucket >= least; bucket--)
            (next[bucket], taken) = (taken, taken + next[bucket]);
        (uint Gain, uint Value)[] greatest = new (uint, uint)[taken];
        foreach ((uint gain, uint value) in _entries)
        {
            if (BucketOf(gain) >= least)
                greatest[next[BucketOf(gain)]++] = (gain, value);
        }

        SortTop(greatest.AsSpan(0, top));
        return Array.ConvertAll(greatest, static entry => entry.Value);
    }

    private static int BucketOf(uint gain) => (int)Math.Min(gain, Buckets - 1);

    /// <summary>Sorts those of the last bucket, which differ in their gains; few phrases save so much.</summary>
    private static void SortTop(Span<(uint Gain, uint Value)> entries)
    {
        // Insertion keeps the order of equal ones.
        for (int i = 1; i < entries.Length; i++)
        {
            (uint Gain, uint Value) entry = entries[i];
            int at = i;
            for (; at > 0 && entries[at - 1].Gain < entry.Gain; at--)
                entries[at] = entries[at - 1];
            entries[at] = entry;
        }
    }
}
