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
    /// <paramref name="block"/>: ascending, filled up with <see cref="int.MaxValue"/> to 128 and one row of lanes. No
    /// branch depends on the numbers, so that candidates do not wait for one another.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Keep(Span<int> candidates, int count, int shift, ReadOnlySpan<int> block, int kept)
    {
        Rows rows = new(block);
        for (int i = candidates.Length - count; i < candidates.Length; i++)
        {
            int candidate = candidates[i];
            // Positions are below 2^31 less a margin, and so are phrases: the sum does not overflow.
            int wanted = candidate + shift;
            candidates[kept] = candidate;
            kept += rows.Holds(wanted) ? 1 : 0;
        }

        return kept;
    }

    /// <summary>A block as rows of lanes: the last value of each says in which row a number can stand.</summary>
    internal readonly ref struct Rows
    {
        private readonly ref int _values;
        private readonly Vector256<int> _lasts;

        /// <param name="block">Ascending, filled up with <see cref="int.MaxValue"/> to 128 and one row of lanes.</param>
        public Rows(ReadOnlySpan<int> block)
        {
            _ = block[PackedBlock.Size + Lanes - 1];
            _values = ref MemoryMarshal.GetReference(block);
            _lasts = Vector256.Create(
                block[Lanes - 1], block[(2 * Lanes) - 1], block[(3 * Lanes) - 1], block[(4 * Lanes) - 1],
                block[(5 * Lanes) - 1], block[(6 * Lanes) - 1], block[(7 * Lanes) - 1], block[(8 * Lanes) - 1]);
        }

        /// <summary>True when a number is in the block.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public bool Holds(int wanted) => Vector512.EqualsAny(RowOf(RowBegin(wanted)), Vector512.Create(wanted));

        /// <summary>The first place whose value is not below a number.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public int PlaceOf(int wanted)
        {
            int begin = RowBegin(wanted);
            Vector512<int> below = Vector512.LessThan(RowOf(begin), Vector512.Create(wanted));
            return begin + BitOperations.PopCount(below.ExtractMostSignificantBits());
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private int RowBegin(int wanted)
        {
            uint before = Vector256.LessThan(_lasts, Vector256.Create(wanted)).ExtractMostSignificantBits();
            return BitOperations.PopCount(before) * Lanes;
        }

        private Vector512<int> RowOf(int begin) => Vector512.LoadUnsafe(ref _values, (nuint)begin);
    }
}
