using SearchEngine.Index.Query;
using SearchEngine.Index.Reading;

namespace SearchEngine.Index.Search;

/// <summary>What a request finds in one segment, before facets and ranking.</summary>
internal sealed class SegmentMatches
{
    private readonly Dictionary<string, BitSet> _filters;
    private BitSet? _universe;

    public SegmentMatches(
        SnapshotSegment segment, QueryPlan plan, IReadOnlyList<LeafMatches> leaves, FilterEvaluator filters, IndexRequest request)
    {
        Segment = segment;
        Leaves = leaves;
        _filters = request.Filters
            .GroupBy(filter => filter.Field, StringComparer.Ordinal)
            .ToDictionary(
                group => group.Key,
                group => group.Select(filters.Evaluate).Aggregate((left, right) => left.And(right)),
                StringComparer.Ordinal);
        Tree tree = new(segment, leaves, filters);
        Restricted = tree.Evaluate(plan.Root, RoleMask.Of(request.Roles)).And(Live());
        Unrestricted = request.Roles is null ? Restricted : tree.Evaluate(plan.Root, RoleMask.All).And(Live());
    }

    public SnapshotSegment Segment { get; }

    public IReadOnlyList<LeafMatches> Leaves { get; }

    /// <summary>Live documents that match the query with the request's roles, before filters.</summary>
    public BitSet Restricted { get; }

    /// <summary>The same with all roles.</summary>
    public BitSet Unrestricted { get; }

    /// <summary>True when a filter on another field than this one narrows the live documents.</summary>
    public bool IsFiltered(string? exceptField) => _filters.Keys.Any(field => field != exceptField);

    /// <summary>Live documents under all filters, but for those on one field. Not to be changed.</summary>
    public BitSet Universe(string? exceptField = null)
    {
        if (exceptField is null || !_filters.ContainsKey(exceptField))
            return _universe ??= Under(exceptField: null);
        return Under(exceptField);
    }

    private BitSet Under(string? exceptField)
    {
        BitSet universe = Live();
        foreach ((string field, BitSet bits) in _filters)
        {
            if (field != exceptField)
                universe.And(bits);
        }

        return universe;
    }

    private BitSet Live() => new(Segment.Live.Words, Segment.Live.Documents);

    /// <summary>Evaluates the boolean tree; its depth was bounded when it was compiled.</summary>
    private sealed class Tree(SnapshotSegment segment, IReadOnlyList<LeafMatches> leaves, FilterEvaluator filters)
    {
        private readonly int _documents = segment.Live.Documents;

        public BitSet Evaluate(PlanNode node, ulong mask) => node switch
        {
            AllNode => BitSet.Full(_documents),
            LeafNode leaf => leaves[leaf.Leaf].ToBits(_documents, mask),
            NotNode not => Evaluate(not.Clause, mask).Invert(),
            AndNode and => and.Clauses.Aggregate(BitSet.Full(_documents), (all, clause) => all.And(Evaluate(clause, mask))),
            OrNode or => or.Clauses.Aggregate(new BitSet(_documents), (any, clause) => any.Or(Evaluate(clause, mask))),
            FilterNode filter => filters.Evaluate(filter.Filter),
            AtLeastNode some => AtLeast(some, mask),
            _ => throw new InvalidOperationException($"Unknown node {node.GetType().Name}."),
        };

        private BitSet AtLeast(AtLeastNode node, ulong mask)
        {
            int[] counts = new int[_documents];
            foreach (int leaf in node.Leaves)
            {
                BitSet bits = leaves[leaf].ToBits(_documents, mask);
                for (int document = bits.Next(0); document >= 0; document = bits.Next(document + 1))
                    counts[document]++;
            }

            BitSet enough = new(_documents);
            for (int document = 0; document < _documents; document++)
            {
                if (counts[document] >= node.Minimum)
                    enough.Add(document);
            }

            return enough;
        }
    }
}
