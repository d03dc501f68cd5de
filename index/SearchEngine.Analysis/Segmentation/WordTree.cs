using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SearchEngine.Analysis.Segmentation;

/// <summary>
/// Words with their weights, as a tree whose steps lie in one hash table of 8-byte slots; where a step is found follows
/// from the characters alone, so that the loads of a walk do not wait for one another.
/// </summary>
/// <remarks>
/// A node's number is a single character itself; those of longer beginnings follow from 65,536 on. A slot is
/// (node &lt;&lt; 16 | character) &lt;&lt; 28 | child &lt;&lt; 8 | mask, 0 when it is free; bit i of the mask says that
/// the child has children whose character is i modulo 8. The first level, where most walks end, has a mask of 64 bits.
/// </remarks>
internal sealed class WordTree
{
    /// <summary>Weight of a node that is no word.</summary>
    public const int NoWord = int.MinValue;

    private const int Singles = char.MaxValue + 1;
    private const int HashBits = 64;
    private const int StateBits = 28;
    private const int MaskBits = 8;
    private const uint StateMask = (1u << StateBits) - 1;

    private readonly ulong[] _firstMasks = new ulong[Singles];
    private readonly ulong[] _slots;
    private readonly int[] _weights;
    private readonly int _shift;
    private int _nodes = Singles;

    /// <param name="steps">Beginnings of two characters and more at most, below 900,000.</param>
    public WordTree(int steps)
    {
        int bits = 8;
        while (3L << bits < 4L * steps)
            bits++;
        _slots = new ulong[1 << bits];
        _shift = HashBits - bits;
        _weights = new int[Singles + steps];
        Array.Fill(_weights, NoWord);
    }

    public int WeightOf(char single) => _weights[single];

    /// <summary>Sets a word's weight.</summary>
    public void Set(ReadOnlySpan<char> word, int weight)
    {
        uint node = word[0];
        ulong hash = HashOf(0, node);
        int slot = -1;
        for (int i = 1; i < word.Length; i++)
        {
            char next = word[i];
            if (slot < 0)
                _firstMasks[node] |= FirstBit(next);
            else
                _slots[slot] |= 1u << (next & (MaskBits - 1));
            hash = HashOf(hash, next);
            ulong key = ((ulong)node << 16) | next;
            slot = Find(key, hash);
            if (_slots[slot] == 0)
                _slots[slot] = (key << StateBits) | ((uint)_nodes++ << MaskBits);
            node = ((uint)_slots[slot] & StateMask) >> MaskBits;
        }

        _weights[node] = weight;
    }

    /// <summary>
    /// The best way from each position of a row of characters to its end: the greatest sum of weights, and where the
    /// first word ends. Among equals the longer word wins.
    /// </summary>
    /// <param name="row">Canonical characters.</param>
    /// <param name="unknown">Weight of a character that is no word.</param>
    /// <param name="sums">One longer than the row.</param>
    /// <param name="ends">As long as the row.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void BestPath(ReadOnlySpan<char> row, int unknown, Span<long> sums, Span<int> ends)
    {
        // Indices are bounded: masks and weights by all characters and nodes, slots by the hash's width.
        ref ulong masks = ref MemoryMarshal.GetArrayDataReference(_firstMasks);
        ref ulong slots = ref MemoryMarshal.GetArrayDataReference(_slots);
        ref int weights = ref MemoryMarshal.GetArrayDataReference(_weights);
        int shift = _shift;
        uint last = (uint)_slots.Length - 1;
        sums[row.Length] = 0;
        for (int at = row.Length - 1; at >= 0; at--)
        {
            uint node = row[at];
            int weight = Unsafe.Add(ref weights, node);
            long best = sums[at + 1] + (weight == NoWord ? unknown : weight);
            int end = at + 1;
            int next = at + 1;
            if (next < row.Length && (Unsafe.Add(ref masks, node) & FirstBit(row[next])) != 0)
            {
                ulong hash = HashOf(0, node);
                uint state;
                do
                {
                    uint unit = row[next];
                    ulong key = ((ulong)node << 16) | unit;
                    hash = HashOf(hash, unit);
                    uint slot = (uint)(hash >> shift);
                    ulong entry = Unsafe.Add(ref slots, slot);
                    while (entry >> StateBits != key && entry != 0)
                    {
                        slot = (slot + 1) & last;
                        entry = Unsafe.Add(ref slots, slot);
                    }

                    if (entry == 0)
                        break;
                    state = (uint)entry & StateMask;
                    node = state >> MaskBits;
                    next++;
                    weight = Unsafe.Add(ref weights, node);
                    if (weight != NoWord && sums[next] + weight >= best)
                    {
                        best = sums[next] + weight;
                        end = next;
                    }
                }
                while (next < row.Length && ((state >> (row[next] & (MaskBits - 1))) & 1) != 0);
            }

            sums[at] = best;
            ends[at] = end;
        }
    }

    private int Find(ulong key, ulong hash)
    {
        uint slot = (uint)(hash >> _shift);
        while (_slots[slot] != 0 && _slots[slot] >> StateBits != key)
            slot = (slot + 1) & ((uint)_slots.Length - 1);
        return (int)slot;
    }

    /// <summary>The hash of a beginning with one more character; its upper bits are the good ones.</summary>
    private static ulong HashOf(ulong hash, uint unit) => (hash + unit) * 0x9E3779B97F4A7C15;

    private static ulong FirstBit(uint unit) => 1UL << (int)((unit * 0x9E3779B1u) >> 26);
}
