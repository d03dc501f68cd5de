using System.Buffers;
using SearchEngine.Index.Reading;

namespace SearchEngine.Index.Search;

/// <summary>What a request finds in one segment, before facets and ranking.</summary>
internal sealed class SegmentMatches : IDisposable
{
    private const int Few = 8;

    private readonly Dictionary<string, BitSet> _filters;
    private BitSet? _universe;
    private DocumentSet? _hits;
    private int[]? _fewHits;

    /// <param name="segment">The segment.</param>
    /// <param name="leaves">Matches of the plan's leaves, owned by this object from now on.</param>
    /// <param name="frequencies">Documents of each leaf's terms.</param>
    /// <param name="filters">Documents that satisfy the conditions on each field, deleted ones among them.</param>
    /// <param name="restricted">Live documents that match the query with the request's roles, before filters.</param>
    /// <param name="unrestricted">The same with all roles.</param>
    public SegmentMatches(
        SnapshotSegment segment,
        IReadOnlyList<LeafMatches> leaves,
        IReadOnlyList<TermFrequencies> frequencies,
        Dictionary<string, BitSet> filters,
        DocumentSet restricted,
        DocumentSet unrestricted)
    {
        (Segment, Leaves, Frequencies, _filters) = (segment, leaves, frequencies, filters);
        (Restricted, Unrestricted) = (restricted, unrestricted);
    }

    public SnapshotSegment Segment { get; }

    public PlaceTable Places => Segment.Reader.Places;

    public IReadOnlyList<LeafMatches> Leaves { get; }

    public IReadOnlyList<TermFrequencies> Frequencies { get; }

    public DocumentSet Restricted { get; }

    public DocumentSet Unrestricted { get; }

    /// <summary>Documents that match query and all filters. Not to be changed.</summary>
    public BitSet Hits => HitSet.Bits;

    /// <summary>Number of <see cref="Hits"/>.</summary>
    public int HitCount => HitSet.Count;

    /// <summary>
    /// True when hits are so few that whoever asks something of each had better go through them than through all documents.
    /// </summary>
    public bool HasFewHits => HitCount < Segment.Live.Documents / Few;

    /// <summary><see cref="Hits"/> one by one, ascending, where they are few; else nothing.</summary>
    public ReadOnlySpan<int> FewHits
    {
        get
        {
            if (!HasFewHits)
                return [];
            if (HitSet.IsListed)
                return HitSet.Numbers;
            if (_fewHits is null)
            {
                _fewHits = ArrayPool<int>.Shared.Rent(HitCount + BitSet.CopySlack);
                Hits.CopyTo(_fewHits.AsSpan(0, HitCount + BitSet.CopySlack));
            }

            return _fewHits.AsSpan(0, HitCount);
        }
    }

    /// <summary>What the query has in each hit; null while there is none. Owned by this object.</summary>
    public HitTally? Tally { get; set; }

    /// <summary>True when a filter on another field than this one narrows the live documents.</summary>
    public bool IsFiltered(string? exceptField)
    {
        if (_filters.Count == 0)
            return false;
        foreach (string field in _filters.Keys)
        {
            if (field != exceptField)
                return true;
        }

        return false;
    }

    /// <summary>True when the conditions on a field are left out of its own counts.</summary>
    public bool IsOwn(string field) => _filters.ContainsKey(field);

    /// <summary>Number of live documents under all filters.</summary>
    public int UniverseCount => IsFiltered(exceptField: null) ? Universe().Count : Segment.Live.Count;

    /// <summary>Live documents under all filters, but for those on one field. Not to be changed.</summary>
    public BitSet Universe(string? exceptField = null)
    {
        if (exceptField is null || !_filters.ContainsKey(exceptField))
            return _universe ??= Under(exceptField: null);
        return Under(exceptField);
    }

    public void Dispose()
    {
        foreach (LeafMatches leaf in Leaves)
            leaf.Dispose();
        DropTally();
        if (_fewHits is not null)
            ArrayPool<int>.Shared.Return(_fewHits);
        _fewHits = null;
    }

    /// <summary>Gives the tally's memory back.</summary>
    public void DropTally()
    {
        Tally?.Dispose();
        Tally = null;
    }

    private DocumentSet HitSet => _hits ??= IsFiltered(exceptField: null)
        ? new DocumentSet(Restricted.Bits.Copy().And(Universe()))
        : Restricted;

    private BitSet Under(string? exceptField)
    {
        BitSet universe = new(Segment.Live.Words, Segment.Live.Documents);
        foreach ((string field, BitSet bits) in _filters)
        {
            if (field != exceptField)
                universe.And(bits);
        }

        return universe;
    }
}
