namespace SearchEngine.Index.Search;

/// <summary>
/// Documents of a segment: as bits or, where they are few, as ascending numbers, of which bits are made when they are
/// asked for. Not to be changed.
/// </summary>
internal sealed class DocumentSet
{
    private readonly int _size;
    private readonly int[] _numbers = [];
    private BitSet? _bits;
    private int _count = -1;

    public DocumentSet(BitSet bits) => (_bits, _size) = (bits, bits.Size);

    /// <param name="numbers">Distinct documents, ascending, at the front of an array that is not changed or returned
    /// while the set is used.</param>
    /// <param name="count">How many.</param>
    /// <param name="size">Documents of the segment.</param>
    public DocumentSet(int[] numbers, int count, int size) => (_numbers, _count, _size, IsListed) = (numbers, count, size, true);

    /// <summary>True when <see cref="Numbers"/> are there.</summary>
    public bool IsListed { get; }

    /// <summary>The documents, ascending; none when the set is not listed.</summary>
    public ReadOnlySpan<int> Numbers => IsListed ? _numbers.AsSpan(0, _count) : [];

    /// <summary>Number of documents.</summary>
    public int Count => _count < 0 ? _count = Bits.Count : _count;

    /// <summary>The same as bits. Not to be changed.</summary>
    public BitSet Bits => _bits ??= BitSet.Of(Numbers, _size);
}
