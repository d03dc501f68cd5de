using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SearchEngine.Index.Codec;

/// <summary>
/// Writes text with a table, always the longest phrase that fits. The phrases are a tree whose steps lie in one hash
/// table of 8-byte slots. Where a step is found follows from the units alone, so that the loads of a walk do not wait
/// for one another.
/// </summary>
/// <remarks>
/// A node is its phrase's code; a beginning that is no phrase has a number from <see cref="FirstInner"/> on. A *state*
/// is node &lt;&lt; 8 | mask, where bit i of the mask says that a child's unit is i modulo 8: most walks end there,
/// without a look into the table. A slot is (node &lt;&lt; 16 | unit) &lt;&lt; 28 | state of the child, 0 when it is
/// free.
/// </remarks>
internal sealed class PhraseEncoder
{
    private const int FirstInner = PhraseTable.MaxCodes;
    private const int MaskBits = 8;
    private const int StateBits = 28;
    private const uint StateMask = (1u << StateBits) - 1;
    private const uint FirstInnerState = (uint)FirstInner << MaskBits;
    private const int HashBits = 64;

    private readonly uint[] _roots;
    private readonly ulong[] _slots;
    private readonly int _shift;
    private int _used;
    private int _nextInner = FirstInner;

    /// <param name="table">Where a phrase stands twice, its first code is written.</param>
    /// <param name="former">One that is used no more, of which this one takes memory.</param>
    public PhraseEncoder(PhraseTable table, PhraseEncoder? former = null)
    {
        Table = table;
        _roots = former?._roots ?? new uint[char.MaxValue + 1];
        // Phrases whose beginnings are phrases have a node each; most tables need one size more.
        int bits = BitOperations.Log2((uint)table.Count + 1) + 1;
        do
        {
            bits++;
            _slots = new ulong[1 << bits];
            _shift = HashBits - bits;
            _used = 0;
            _nextInner = FirstInner;
            Array.Clear(_roots);
        }
        while (!InsertAll());
    }

    public PhraseTable Table { get; }

    /// <summary>Writes codes into a target that grows when it is too short; returns their number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Encode(ReadOnlySpan<char> text, ref ushort[] target)
    {
        if (target.Length < 2 * text.Length)
            target = new ushort[Math.Max(2 * text.Length, 2 * target.Length)];
        // Indices are bounded by the sizes above: slots by the hash's width, roots by all units, the text by the limit.
        ref uint roots = ref MemoryMarshal.GetArrayDataReference(_roots);
        ref ulong slots = ref MemoryMarshal.GetArrayDataReference(_slots);
        ref char units = ref MemoryMarshal.GetReference(text);
        ref ushort output = ref MemoryMarshal.GetArrayDataReference(target);
        int shift = _shift;
        uint last = (uint)_slots.Length - 1;
        int written = 0;
        for (int at = 0; at < text.Length;)
        {
            uint first = Unsafe.Add(ref units, at);
            uint state = Unsafe.Add(ref roots, first);
            uint code = state < FirstInnerState ? state >> MaskBits : PhraseTable.Escape;
            ulong hash = HashOf(0, first);
            int next = at + 1;
            int end = next;
            int limit = Math.Min(at + PhraseTable.MaxPhrase, text.Length);
            while (next < limit)
            {
                uint unit = Unsafe.Add(ref units, next);
                if (((state >> (int)(unit & (MaskBits - 1))) & 1) == 0)
                    break;
                ulong key = ((ulong)(state >> MaskBits) << 16) | unit;
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
                next++;
                if (state < FirstInnerState)
                {
                    code = state >> MaskBits;
                    end = next;
                }
            }

            Unsafe.Add(ref output, written++) = (ushort)code;
            if (code == PhraseTable.Escape)
                Unsafe.Add(ref output, written++) = (ushort)first;
            at = end;
        }

        return written;
    }

    /// <summary>False when the slots are too few; three of four may be taken.</summary>
    private bool InsertAll()
    {
        // A phrase's beginnings come before it, so that a node never changes its number.
        for (int length = 1; length <= PhraseTable.MaxPhrase; length++)
        {
            for (int code = 1; code <= Table.Count; code++)
            {
                if (Table.LengthOf((ushort)code) != length)
                    continue;
                if (4L * (_used + length) > 3L * _slots.Length)
                    return false;
                Insert(Table[code], (uint)code);
            }
        }

        return true;
    }

    private void Insert(ReadOnlySpan<char> phrase, uint code)
    {
        ref uint root = ref _roots[phrase[0]];
        if (root == 0)
            root = (phrase.Length == 1 ? code : (uint)_nextInner++) << MaskBits;
        uint state = root;
        ulong hash = HashOf(0, phrase[0]);
        int slot = -1;
        for (int i = 1; i < phrase.Length; i++)
        {
            uint bit = 1u << (phrase[i] & (MaskBits - 1));
            if (slot < 0)
                root |= bit;
            else
                _slots[slot] |= bit;
            ulong key = ((ulong)(state >> MaskBits) << 16) | phrase[i];
            hash = HashOf(hash, phrase[i]);
            slot = Find(key, hash);
            if (_slots[slot] == 0)
            {
                uint node = i == phrase.Length - 1 ? code : (uint)_nextInner++;
                _slots[slot] = (key << StateBits) | (node << MaskBits);
                _used++;
            }

            state = (uint)_slots[slot] & StateMask;
        }
    }

    /// <summary>Where a step is, or would be.</summary>
    private int Find(ulong key, ulong hash)
    {
        uint slot = (uint)(hash >> _shift);
        while (_slots[slot] != 0 && _slots[slot] >> StateBits != key)
            slot = (slot + 1) & ((uint)_slots.Length - 1);
        return (int)slot;
    }

    /// <summary>The hash of a beginning with one more unit; its upper bits are the good ones.</summary>
    private static ulong HashOf(ulong hash, uint unit) => (hash + unit) * 0x9E3779B97F4A7C15;
}
