using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace SearchEngine.Index.Codec;

/// <summary>Makes distinct numbers and how often each stands there of an ascending row: sixteen at a time (AVX-512), or
/// one by one without a branch. A test compares the two.</summary>
internal static class RunLengths
{
    /// <summary>
    /// Leaves the distinct numbers at the front of <paramref name="numbers"/>, which ascend, and writes how often each
    /// was there; returns how many there are. <paramref name="counts"/> has as much room as there are numbers.
    /// </summary>
    public static int Of(Span<int> numbers, Span<int> counts)
    {
        counts = counts[..numbers.Length];
        return numbers.IsEmpty ? 0 : Avx512F.IsSupported ? Wide(numbers, counts) : OneByOne(numbers, counts);
    }

    /// <summary>The same for any processor.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int OneByOne(Span<int> numbers, Span<int> counts)
    {
        int length = 0;
        int last = numbers[0];
        int count = 0;
        for (int i = 0; i < numbers.Length; i++)
        {
            int number = numbers[i];
            // 1 when the number is another one than the last.
            int step = (int)((uint)(last - number) >> 31);
            length += step;
            count = (count & (step - 1)) + 1;
            numbers[length] = number;
            counts[length] = count;
            last = number;
        }

        return length + 1;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Wide(Span<int> numbers, Span<int> counts)
    {
        int lanes = Vector512<int>.Count;
        ref int number = ref MemoryMarshal.GetReference(numbers);
        ref int start = ref MemoryMarshal.GetReference(counts);
        // Where each distinct number begins is gathered first. What is written never goes beyond what has been read.
        Vector512<int> before = Vector512.Create(~numbers[0]);
        Vector512<int> places = Vector512<int>.Indices;
        int length = 0;
        int i = 0;
        for (; i + lanes <= numbers.Length; i += lanes)
        {
            Vector512<int> row = Vector512.LoadUnsafe(ref number, (nuint)i);
            Vector512<int> isNew = ~Vector512.Equals(row, Avx512F.AlignRight32(row, before, 15));
            Avx512F.Compress(Vector512<int>.Zero, isNew, row).StoreUnsafe(ref number, (nuint)length);
            Avx512F.Compress(Vector512<int>.Zero, isNew, places).StoreUnsafe(ref start, (nuint)length);
            length += BitOperations.PopCount(isNew.ExtractMostSignificantBits());
            places += Vector512.Create(lanes);
            before = row;
        }

        int last = before[lanes - 1];
        for (; i < numbers.Length; i++)
        {
            int next = numbers[i];
            if (next == last)
                continue;
            (numbers[length], counts[length]) = (next, i);
            length++;
            last = next;
        }

        int run = 0;
        for (; run + lanes < length; run += lanes)
            (Vector512.LoadUnsafe(ref start, (nuint)run + 1) - Vector512.LoadUnsafe(ref start, (nuint)run)).StoreUnsafe(ref start, (nuint)run);
        for (; run < length - 1; run++)
            counts[run] = counts[run + 1] - counts[run];
        counts[length - 1] = numbers.Length - counts[length - 1];
        return length;
    }
}
