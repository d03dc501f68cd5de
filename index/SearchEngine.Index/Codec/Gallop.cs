using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SearchEngine.Index.Codec;

/// <summary>Search by growing steps (Bentley and Yao, An almost optimal algorithm for unbounded searching, 1976): the
/// cost is the logarithm of the way that is gone. A short way is gone sixteen values at a time, without a branch to
/// guess.</summary>
internal static class Gallop
{
    private const int Lanes = 16;

    /// <summary>Rows of lanes that are looked at before the steps grow.</summary>
    private const int ShortRows = 6;

    /// <summary>The first place from <paramref name="at"/> on whose value is not below the wanted one; the length for
    /// none. <paramref name="ascending"/>: values.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int To(ReadOnlySpan<int> ascending, int at, int wanted)
    {
        ref int values = ref MemoryMarshal.GetReference(ascending);
        for (int row = 0; row < ShortRows && at + Lanes <= ascending.Length; row++, at += Lanes)
        {
            if (Unsafe.Add(ref values, at + Lanes - 1) < wanted)
                continue;
            Vector512<int> lanes = Vector512.LoadUnsafe(ref values, (nuint)at);
            return at + BitOperations.PopCount(Vector512.LessThan(lanes, Vector512.Create(wanted)).ExtractMostSignificantBits());
        }

        return at >= ascending.Length || ascending[at] >= wanted ? at : ByGrowingSteps(ascending, at, wanted);
    }

    /// <summary>The same; the value at <paramref name="at"/> is below the wanted one.</summary>
    private static int ByGrowingSteps(ReadOnlySpan<int> ascending, int at, int wanted)
    {
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
