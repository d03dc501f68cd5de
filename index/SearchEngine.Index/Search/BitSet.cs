using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SearchEngine.Index.Search;

/// <summary>A set of the documents of one segment.</summary>
internal sealed class BitSet
{
    /// <summary>Members of a word.</summary>
    public const int WordBits = 64;

    /// <summary>Room that <see cref="CopyTo"/> takes behind the members.</summary>
    public const int CopySlack = 4;

    /// <summary>With less than one member in so many words most words are empty.</summary>
    private const int SparseShare = 8;

    private readonly ulong[] _words;
    private readonly int _size;

    public BitSet(int size)
    {
        _size = size;
        _words = new ulong[(size + WordBits - 1) / WordBits];
    }

    public BitSet(ReadOnlySpan<ulong> words, int size)
    {
        _size = size;
        _words = words.ToArray();
    }

    public bool this[int member]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => (_words[member / WordBits] >> (member % WordBits) & 1) != 0;
    }

    /// <summary>Every member is below.</summary>
    public int Size => _size;

    /// <summary>The members as bits, the least first.</summary>
    public ReadOnlySpan<ulong> Words => _words;

    public int Count
    {
        get
        {
            int count = 0;
            foreach (ulong word in _words)
                count += BitOperations.PopCount(word);
            return count;
        }
    }

    public static BitSet Of(ReadOnlySpan<int> members, int size)
    {
        BitSet set = new(size);
        foreach (int member in members)
            set.Add(member);
        return set;
    }

    public static BitSet Full(int size)
    {
        BitSet set = new(size);
        set.Invert();
        return set;
    }

    public void Add(int member) => _words[member / WordBits] |= 1UL << (member % WordBits);

    public BitSet And(BitSet other) => And(other._words);

    /// <summary>The same, the other members being bits as <see cref="Words"/> are, as many.</summary>
    public BitSet And(ReadOnlySpan<ulong> words)
    {
        Span<Vector512<ulong>> rows = RowsOf(_words);
        ReadOnlySpan<Vector512<ulong>> others = MemoryMarshal.Cast<ulong, Vector512<ulong>>(words)[..rows.Length];
        for (int i = 0; i < rows.Length; i++)
            rows[i] &= others[i];
        for (int i = rows.Length * Vector512<ulong>.Count; i < _words.Length; i++)
            _words[i] &= words[i];
        return this;
    }

    public BitSet Or(BitSet other)
    {
        Span<Vector512<ulong>> rows = RowsOf(_words);
        ReadOnlySpan<Vector512<ulong>> others = RowsOf(other._words)[..rows.Length];
        for (int i = 0; i < rows.Length; i++)
            rows[i] |= others[i];
        for (int i = rows.Length * Vector512<ulong>.Count; i < _words.Length; i++)
            _words[i] |= other._words[i];
        return this;
    }

    public BitSet Invert()
    {
        foreach (ref Vector512<ulong> row in RowsOf(_words))
            row = ~row;
        for (int i = _words.Length / Vector512<ulong>.Count * Vector512<ulong>.Count; i < _words.Length; i++)
            _words[i] = ~_words[i];
        if (_size % WordBits != 0)
            _words[^1] &= (1UL << (_size % WordBits)) - 1;
        return this;
    }

    public BitSet Copy() => new(_words, _size);

    /// <summary>
    /// Writes the members, ascending, to a place with room for them and for <see cref="CopySlack"/> more, which are of
    /// no meaning. Where they are many, the first ones of a word are written whether it has so many or not: how many it
    /// has cannot be guessed.
    /// </summary>
    public void CopyTo(Span<int> members)
    {
        bool isSparse = (members.Length - CopySlack) * SparseShare < _words.Length;
        int at = 0;
        ref int target = ref MemoryMarshal.GetReference(members);
        for (int word = 0; word < _words.Length; word++)
        {
            ulong bits = _words[word];
            if (isSparse && bits == 0)
                continue;
            int first = word * WordBits;
            int count = BitOperations.PopCount(bits);
            _ = members[at + Math.Max(count, CopySlack) - 1];
            ref int next = ref Unsafe.Add(ref target, at);
            for (int i = 0; i < CopySlack; i++, bits &= bits - 1)
                Unsafe.Add(ref next, i) = first + BitOperations.TrailingZeroCount(bits);
            for (int i = CopySlack; i < count; i++, bits &= bits - 1)
                Unsafe.Add(ref next, i) = first + BitOperations.TrailingZeroCount(bits);
            at += count;
        }
    }

    /// <summary>The first member at or behind a place, or −1.</summary>
    public int Next(int from)
    {
        int word = from / WordBits;
        if (from >= _size)
            return -1;
        ulong bits = _words[word] >> (from % WordBits) << (from % WordBits);
        while (bits == 0)
        {
            if (++word == _words.Length)
                return -1;
            bits = _words[word];
        }

        return (word * WordBits) + BitOperations.TrailingZeroCount(bits);
    }

    private static Span<Vector512<ulong>> RowsOf(ulong[] words) => MemoryMarshal.Cast<ulong, Vector512<ulong>>(words.AsSpan());
}
