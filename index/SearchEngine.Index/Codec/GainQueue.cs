namespace SearchEngine.Index.Codec;

/// <summary>Of many values with a gain those with the greatest, without sorting the others.</summary>
internal sealed class GainQueue
{
    private const int Buckets = 1 << 16;

    private readonly List<ulong> _entries = [];
    private readonly int[] _withGain = new int[Buckets];

    public void Add(uint gain, uint value)
    {
        // The value is turned over, so that among equals the lowest is the greatest entry.
        _entries.Add(((ulong)gain << 32) | ~value);
        _withGain[Math.Min(gain, Buckets - 1)]++;
    }

    /// <summary>At least <paramref name="count"/> values by falling gain, or all; equal gains by rising
    /// value.</summary>
    public IEnumerable<uint> Greatest(int count)
    {
        int least = Buckets - 1;
        // Some are taken in reserve: the caller may pass by a few.
        long wanted = count + (count / 2);
        for (long found = _withGain[least]; found < wanted && least > 0; found += _withGain[least])
            least--;
        ulong[] entries = [.. _entries.Where(entry => entry >> 32 >= (ulong)least)];
        Array.Sort(entries);
        for (int i = entries.Length - 1; i >= 0; i--)
            yield return ~(uint)entries[i];
    }
}
