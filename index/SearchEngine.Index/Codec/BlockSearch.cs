using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SearchEngine.Index.Codec;

/// <summary>Looks ascending candidates up in one decoded block, sixteen places at a time.</summary>
internal static class BlockSearch
{
    /// <summary>Places that one comparison looks at.</summary>
    public const int Lanes = 16;

    /// <summary>
    /// Of the last <paramref name="count"/> candidates, those stay for which candidate + shift is in the block; they
    /// are moved to <paramref name="kept"/> and on, and the new number of kept ones is returned.
    /// <paramref name="block"/>: ascending, filled up with <see cref="int.MaxValue"/> to 128 and one row of lanes. No branch
    /// depends on the numbers, so that candidates do not wait for one another.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Keep(Span<int> candidates, int count, int shift, ReadOnlySpan<int> block, int kept)
    {
        _ = block[PackedBlock.Size + Lanes - 1];
        ref int values = ref MemoryMarshal.GetReference(block);
        Vector256<int> lasts = Vector256.Create(
            block[Lanes - 1], block[(2 * Lanes) - 1], block[(3 * Lanes) - 1], block[(4 * Lanes) - 1],
            block[(5 * Lanes) - 1], block[(6 * Lanes) - 1], block[(7 * Lanes) - 1], block[(8 * Lanes) - 1]);
        for (int i = candidates.Length - count; i < candidates.Length; i++)
        {
            int candidate = candidates[i];
            // Positions are below 2^31 less a margin, and so are phrases: the sum does not overflow.
            int wanted = candidate + shift;
            uint before = Vector256.LessThan(lasts, Vector256.Create(wanted)).ExtractMostSignificantBits();
            Vector512<int> lanes = Vector512.LoadUnsafe(ref values, (nuint)(BitOperations.PopCount(before) * Lanes));
            candidates[kept] = candidate;
            kept += Vector512.EqualsAny(lanes, Vector512.Create(wanted)) ? 1 : 0;
        }

        return kept;
    }
}
