using System.Numerics;

namespace SearchEngine.Index.Search;

/// <summary>A set of the documents of one segment.</summary>
internal sealed class BitSet
{
    /// <summary>Members of a word.</summary>
    public const int WordBits = 64;

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

    public bool this[int member] => (_words[member / WordBits] >> (member % WordBits) & 1) != 0;

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

    public static BitSet Full(int size)
    {
        BitSet set = new(size);
        set.Invert();
        return set;
    }

    public void Add(int member) => _words[member / WordBits] |= 1UL << (member % WordBits);

    public BitSet And(BitSet other)
    {
        for (int i = 0; i < _words.Length; i++)
            _words[i] &= other._words[i];
        return this;
    }

    public BitSet Or(BitSet other)
    {
        for (int i = 0; i < _words.Length; i++)
            _words[i] |= other._words[i];
        return this;
    }

    public BitSet Invert()
    {
        for (int i = 0; i < _words.Length; i++)
            _words[i] = ~_words[i];
        if (_size % WordBits != 0)
            _words[^1] &= (1UL << (_size % WordBits)) - 1;
        return this;
    }

    public BitSet Copy() => new(_words, _size);

    /// <summary>Writes the members, ascending, to a place with room for them.</summary>
    public void CopyTo(Span<int> members)
    {
        int at = 0;
        for (int word = 0; word < _words.Length; word++)
        {
            for (ulong bits = _words[word]; bits != 0; bits &= bits - 1)
                members[at++] = (word * WordBits) + BitOperations.TrailingZeroCount(bits);
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
}
