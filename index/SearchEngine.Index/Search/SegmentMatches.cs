using SearchEngine.Index.Reading;

namespace SearchEngine.Index.Search;

/// <summary>What a request finds in one segment, before facets and ranking.</summary>
internal sealed class SegmentMatches : IDisposable
{
    private readonly Dictionary<string, BitSet> _filters;
    private BitSet? _universe;
    private BitSet? _hits;

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
        BitSet restricted,
        BitSet unrestricted)
    {
        (Segment, Leaves, Frequencies, _filters) = (segment, leaves, frequencies, filters);
        (Restricted, Unrestricted) = (restricted, unrestricted);
    }

    public SnapshotSegment Segment { get; }

    public PlaceTable Places => Segment.Reader.Places;

    public IReadOnlyList<LeafMatches> Leaves { get; }

    public IReadOnlyList<TermFrequencies> Frequencies { get; }

    public BitSet Restricted { get; }

    public BitSet Unrestricted { get; }

    /// <summary>Documents that match query and all filters. Not to be changed.</summary>
    public BitSet Hits => _hits ??= IsFiltered(exceptField: null) ? Restricted.Copy().And(Universe()) : Restricted;

    /// <summary>True when a filter on another field than this one narrows the live documents.</summary>
    public bool IsFiltered(string? exceptField)
    {
        foreach (string field in _filters.Keys)
        {
            if (field != exceptField)
                return true;
        }

        return false;
    }

    /// <summary>True when the conditions on a field are left out of its own counts.</summary>
    public bool IsOwn(string field) => _filters.ContainsKey(field);

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
    }

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
