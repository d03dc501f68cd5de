using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SearchEngine.Index.Search;

/// <summary>Finds the documents whose one ordinal is accepted. Ordinals that lie side by side, as those of one value or
/// of a range of numbers do, are compared sixteen documents at a time.</summary>
internal static class OrdinalScan
{
    /// <summary>The documents of a column. <paramref name="accepted"/>: for each ordinal that stands in it.</summary>
    public static BitSet Holders(ReadOnlySpan<int> ordinals, ReadOnlySpan<bool> accepted)
    {
        ulong[] words = new ulong[(ordinals.Length + BitSet.WordBits - 1) / BitSet.WordBits];
        int first = accepted.IndexOf(true);
        if (first >= 0)
        {
            int last = accepted.LastIndexOf(true);
            bool isRow = !accepted[first..last].Contains(false);
            int whole = isRow ? ScanRow(ordinals, first, last - first, words) : 0;
            for (int document = whole; document < ordinals.Length; document++)
                words[document / BitSet.WordBits] |= (accepted[ordinals[document]] ? 1UL : 0UL) << (document % BitSet.WordBits);
        }

        return new BitSet(words, ordinals.Length);
    }

    /// <summary>Fills whole words; returns the number of documents that were looked at.</summary>
    private static int ScanRow(ReadOnlySpan<int> ordinals, int first, int width, ulong[] words)
    {
        ReadOnlySpan<Vector512<uint>> rows = MemoryMarshal.Cast<int, Vector512<uint>>(ordinals);
        Vector512<uint> low = Vector512.Create((uint)first);
        Vector512<uint> most = Vector512.Create((uint)width);
        int perWord = BitSet.WordBits / Vector512<uint>.Count;
        int whole = rows.Length / perWord;
        for (int word = 0; word < whole; word++)
        {
            ulong bits = 0;
            for (int i = 0; i < perWord; i++)
            {
                // What is below the first becomes greater than any width.
                Vector512<uint> isIn = Vector512.LessThanOrEqual(rows[(word * perWord) + i] - low, most);
                bits |= isIn.ExtractMostSignificantBits() << (i * Vector512<uint>.Count);
            }

            words[word] = bits;
        }

        return whole * BitSet.WordBits;
    }
}
