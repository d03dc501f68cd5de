using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SearchEngine.Index.Indexing;

/// <summary>The next key of each source of a merge, side by side: the least and those that have it are found by looking
/// at eight at a time.</summary>
internal sealed class LeastKeys(int sources)
{
    private static readonly int Lanes = Vector512<ulong>.Count;

    /// <summary>Filled up to whole rows, one at least, with the greatest number.</summary>
    private readonly ulong[] _keys = NoneOf(((sources / Lanes) + 1) * Lanes);

    private readonly int[] _holders = new int[sources];
    private int _holderCount;

    /// <summary>Sources that have the least key, ascending; of the last <see cref="Find"/>.</summary>
    public ReadOnlySpan<int> Holders => _holders.AsSpan(0, _holderCount);

    /// <summary>Sets a source's key; the greatest number when it has no more.</summary>
    public void Set(int source, ulong key) => _keys[source] = key;

    /// <summary>Finds the least key, and who has it; false when there is none any more.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool Find(out ulong key)
    {
        ReadOnlySpan<Vector512<ulong>> rows = MemoryMarshal.Cast<ulong, Vector512<ulong>>(_keys);
        Vector512<ulong> least = rows[0];
        for (int row = 1; row < rows.Length; row++)
            least = Vector512.Min(least, rows[row]);
        Vector256<ulong> half = Vector256.Min(least.GetLower(), least.GetUpper());
        Vector128<ulong> quarter = Vector128.Min(half.GetLower(), half.GetUpper());
        key = Math.Min(quarter.ToScalar(), quarter.GetElement(1));
        int count = 0;
        Vector512<ulong> wanted = Vector512.Create(key);
        if (key == ulong.MaxValue)
            return false;
        for (int row = 0; row < rows.Length; row++)
        {
            for (ulong bits = Vector512.Equals(rows[row], wanted).ExtractMostSignificantBits(); bits != 0; bits &= bits - 1)
                _holders[count++] = (row * Lanes) + BitOperations.TrailingZeroCount(bits);
        }

        _holderCount = count;
        return true;
    }

    private static ulong[] NoneOf(int length)
    {
        ulong[] keys = new ulong[length];
        Array.Fill(keys, ulong.MaxValue);
        return keys;
    }
}
