using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace SearchEngine.Index.Codec;

/// <summary>
/// Passes over entries of the dictionary up to a key. Most of a lookup is this, and what it costs is guessing: how long
/// a number is, and whether a term occurs once. So the ends of all numbers in 64 bytes are found in one step, and an
/// entry is passed by counting ends. Where the processor has no such steps nothing is passed, and the caller reads each
/// entry.
/// </summary>
internal static class PairScan
{
    /// <summary>Bytes that must lie behind an entry's begin for it to be passed.</summary>
    public const int Room = Window + (2 * sizeof(ulong));

    private const int Window = 64;

    /// <summary>Count, repetitions, two lengths, and the name of the next entry take no more.</summary>
    private const int MaxEntry = (4 * 5) + 9;

    private static bool IsSupported => Vector512.IsHardwareAccelerated && Bmi2.X64.IsSupported;

    /// <summary>
    /// Stands at the entry of a key and moves to the first one at or behind <paramref name="wanted"/>, or until
    /// <paramref name="most"/> have been passed, or less than <see cref="Room"/> is left. Returns the number of entries
    /// that were passed, −1 when the bytes are no dictionary.
    /// </summary>
    /// <param name="bytes">The block from its first entry on.</param>
    /// <param name="most">Entries behind the current one.</param>
    /// <param name="wanted">A key.</param>
    /// <param name="key">The entry's key, moved on.</param>
    /// <param name="at">Where the entry begins, moved on.</param>
    /// <param name="postings">Where its list begins, moved on.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Pass(ReadOnlySpan<byte> bytes, int most, ulong wanted, ref ulong key, ref int at, ref long postings)
    {
        if (!IsSupported)
            return 0;
        ref byte source = ref MemoryMarshal.GetReference(bytes);
        ulong current = key;
        long lists = postings;
        int begin = at;
        int passed = 0;
        while (current < wanted && passed < most && begin <= bytes.Length - Room)
        {
            Vector512<byte> window = Vector512.LoadUnsafe(ref source, (nuint)begin);
            // A number's last byte is the one whose high bit is 0.
            ulong ends = ~window.ExtractMostSignificantBits();
            ulong ones = Vector512.Equals(window, Vector512<byte>.One).ExtractMostSignificantBits();
            ref byte numbers = ref Unsafe.Add(ref source, begin);
            int place = 0;
            do
            {
                bool isOnce = (ones >> place & 1) != 0;
                int countEnd = NextEnd(ref ends);
                // A term that occurs once has no number of repetitions, and its position in place of a length.
                ulong behind = ends;
                int repeatedEnd = NextEnd(ref behind);
                int length = isOnce ? countEnd : repeatedEnd;
                ends = isOnce ? ends : behind;
                int next = NextEnd(ref ends);
                ulong bytesOfList = isOnce ? 0 : Number(ref numbers, length, next);
                if (countEnd - place > 1 && !PairKey.IsCharacter(current) && PairKey.HasPlaces(current)
                    && Number(ref numbers, place, countEnd) >= TermEntry.PlacesFrom)
                {
                    int places = next;
                    next = NextEnd(ref ends);
                    bytesOfList += Number(ref numbers, places, next);
                }

                lists += (long)bytesOfList;
                place = NextEnd(ref ends);
                ulong step = Number(ref numbers, next, place);
                ulong second = (ulong)PairKey.Second(current) + (step >> 2);
                if ((step & 3) == 0)
                {
                    current = PairKey.Behind(current, step >> 2);
                }
                else
                {
                    ulong first = (ulong)PairKey.First(current);
                    next = place;
                    if ((step & 2) != 0)
                    {
                        place = NextEnd(ref ends);
                        (first, second) = (first + (step >> 2), Number(ref numbers, next, place));
                        next = place;
                    }

                    ulong distance = 0;
                    if ((step & 1) != 0)
                    {
                        place = NextEnd(ref ends);
                        distance = Number(ref numbers, next, place);
                    }

                    if (first > PairKey.SymbolMask || distance > byte.MaxValue)
                        return -1;
                    current = PairKey.Of((int)first, (int)(second & PairKey.SymbolMask), (int)distance);
                }

                if (second > PairKey.SymbolMask || bytesOfList > 2UL * int.MaxValue || place > Window)
                    return -1;
                passed++;
            }
            while (current < wanted && passed < most && place <= Window - MaxEntry);
            begin += place;
        }

        (key, at, postings) = (current, begin, lists);
        return passed;
    }

    /// <summary>The place behind the next number; behind the window when there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int NextEnd(ref ulong ends)
    {
        int end = BitOperations.TrailingZeroCount(ends) + 1;
        ends &= ends - 1;
        return end;
    }

    /// <summary>The number between two places; of one that is too long some of its bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Number(ref byte source, int begin, int end)
    {
        ulong bytes = Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref source, begin));
        ulong own = Bmi2.X64.ZeroHighBits(bytes, (ulong)Math.Min(8 * (end - begin), 64));
        return Bmi2.X64.ParallelBitExtract(own, VarInt.NumberBits);
    }
}
