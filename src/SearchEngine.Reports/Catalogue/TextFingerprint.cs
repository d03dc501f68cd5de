using System.Numerics;

namespace SearchEngine.Reports.Catalogue;

/// <summary>
/// A 64-bit simhash (Charikar 2002) over the text's runs of four characters: texts that share nearly all of them differ in
/// few bits. White space, in which copies differ, does not count.
/// </summary>
internal static class TextFingerprint
{
    private const int GramLength = 4;
    private const int Bits = 64;

    /// <returns>The fingerprint, and the number of characters that are no white space.</returns>
    public static (ulong Value, int Length) Of(string text)
    {
        Span<int> votes = stackalloc int[Bits];
        ulong gram = 0;
        int length = 0;
        foreach (char c in text)
        {
            if (char.IsWhiteSpace(c))
                continue;

            // Four UTF-16 units fill the word exactly; the oldest falls out at the top.
            gram = (gram << 16) | c;
            if (++length >= GramLength)
                Vote(votes, Mix(gram));
        }

        ulong value = 0;
        for (int bit = 0; bit < Bits; bit++)
            value |= votes[bit] > 0 ? 1UL << bit : 0;
        return (value, length);
    }

    /// <summary>Bits in which two fingerprints differ, 0 to 64.</summary>
    public static int Distance(ulong one, ulong other) => BitOperations.PopCount(one ^ other);

    private static void Vote(Span<int> votes, ulong hash)
    {
        for (int bit = 0; bit < Bits; bit++)
            votes[bit] += ((hash >> bit) & 1) == 1 ? 1 : -1;
    }

    // The finalizer of SplitMix64 (Steele, Lea and Flood 2014): every bit of the gram moves every bit of the hash.
    private static ulong Mix(ulong value)
    {
        value += 0x9E3779B97F4A7C15;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
