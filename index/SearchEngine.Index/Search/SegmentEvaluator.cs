using SearchEngine.Index.Query;
using SearchEngine.Index.Reading;

namespace SearchEngine.Index.Search;

/// <summary>
/// Evaluates a plan on one segment: the conditions on fields first, then of the clauses that must all hold the
/// cheapest, and each later one only in the documents that are left.
/// </summary>
internal sealed class SegmentEvaluator
{
    /// <summary>Not to be changed.</summary>
    private static readonly Dictionary<string, BitSet> NoFilters = new(StringComparer.Ordinal);

    private readonly SnapshotSegment _segment;
    private readonly QueryPlan _plan;
    private readonly LeafEvaluator _evaluator;
    private readonly FilterEvaluator _filters;
    private readonly BudgetMeter _budget;
    private readonly LeafMatches?[] _leaves;
    private readonly int _documents;

    private SegmentEvaluator(
        SnapshotSegment segment, QueryPlan plan, LeafEvaluator evaluator, FilterEvaluator filters, BudgetMeter budget)
    {
        (_segment, _plan, _evaluator, _filters, _budget) = (segment, plan, evaluator, filters, budget);
        _leaves = new LeafMatches?[plan.Leaves.Count];
        _documents = segment.Live.Documents;
    }

    /// <summary>Matches of a request; none at all when the budget is spent before it is done.</summary>
    public static SegmentMatches Evaluate(
        IndexReader reader, int number, QueryPlan plan, RunExpansions runs, PlanTerms terms, IndexRequest request, BudgetMeter budget)
    {
        SnapshotSegment segment = reader.Segments[number];
        FilterEvaluator filters = new(reader.Schema, segment.Reader);
        Dictionary<string, BitSet> byField = request.Filters.Count == 0 ? NoFilters : new(StringComparer.Ordinal);
        foreach (Filter filter in request.Filters)
        {
            BitSet bits = filters.Evaluate(filter);
            if (!byField.TryAdd(filter.Field, bits))
                byField[filter.Field].And(bits);
        }

        using LeafEvaluator leaves = new(segment, plan, runs, (terms, number), reader.Analyzer, budget);
        SegmentEvaluator evaluator = new(segment, plan, leaves, filters, budget);
        return evaluator.Evaluate(request, byField);
    }

    private SegmentMatches Evaluate(IndexRequest request, Dictionary<string, BitSet> filters)
    {
        // A facet that leaves out the conditions on its own field counts documents that these exclude.
        DocumentSet? within = filters.Count == 0 || (request.Sideways && request.Facets.Any(filters.ContainsKey))
            ? null
            : new DocumentSet(filters.Values.Aggregate(Live(), (all, bits) => all.And(bits)));
        DocumentSet? found = EvaluateLeaves(_plan.Root, within);
        LeafMatches[] leaves = new LeafMatches[_leaves.Length];
        TermFrequencies[] frequencies = new TermFrequencies[_leaves.Length];
        for (int i = 0; i < leaves.Length; i++)
        {
            leaves[i] = _leaves[i] ?? EvaluateLeaf(i, within);
            frequencies[i] = _evaluator.FrequenciesOf(_plan.Leaves[i], leaves[i]);
        }

        if (_budget.IsSpent)
        {
            // A segment that is not finished could count too much (under a NOT), so nothing of it counts.
            DocumentSet none = new([], 0, _documents);
            return new SegmentMatches(_segment, leaves, frequencies, filters, none, none);
        }

        ulong mask = RoleMask.Of(request.Roles);
        DocumentSet restricted = Live(found is not null && mask == RoleMask.All ? found : DocumentsOf(_plan.Root, mask));
        DocumentSet unrestricted = request.Roles is null ? restricted : Live(DocumentsOf(_plan.Root, RoleMask.All));
        return new SegmentMatches(_segment, leaves, frequencies, filters, restricted, unrestricted);
    }

    private BitSet Live() => new(_segment.Live.Words, _documents);

    /// <summary>The documents of a set that are not deleted; it may be the set itself.</summary>
    private DocumentSet Live(DocumentSet documents) =>
        _segment.Live.Count == _documents ? documents : new DocumentSet(documents.Bits.Copy().And(_segment.Live.Words));

    /// <summary>
    /// Evaluates the leaves below a node, of which only documents of a set can be hits; null for all. Returns the
    /// node's documents under all roles, those of the set, if they were found on the way; not to be changed.
    /// </summary>
    private DocumentSet? EvaluateLeaves(PlanNode node, DocumentSet? within)
    {
        switch (node)
        {
            case AndNode and:
                return EvaluateAll(and, within);
            case LeafNode leaf:
                _leaves[leaf.Leaf] ??= EvaluateLeaf(leaf.Leaf, within);
                return null;
        }

        // A leaf below an OR may be needed where its neighbours are not: nothing narrows it there.
        foreach (int leaf in LeavesOf(node))
            _leaves[leaf] ??= EvaluateLeaf(leaf, within);
        return null;
    }

    private static IEnumerable<int> LeavesOf(PlanNode node) => node switch
    {
        LeafNode leaf => [leaf.Leaf],
        NotNode not => LeavesOf(not.Clause),
        AndNode and => and.Clauses.SelectMany(LeavesOf),
        OrNode or => or.Clauses.SelectMany(LeavesOf),
        AtLeastNode some => some.Leaves,
        _ => [],
    };

    /// <summary>The cheapest clause first, each later one only where documents are left.</summary>
    private DocumentSet? EvaluateAll(AndNode and, DocumentSet? within)
    {
        if (and.Clauses.Count == 1)
            return EvaluateLeaves(and.Clauses[0], within);

        (long Cost, int Clause)[] order = new (long, int)[and.Clauses.Count];
        for (int clause = 0; clause < order.Length; clause++)
            order[clause] = (CostOf(and.Clauses[clause]), clause);
        Array.Sort(order);
        bool isWhole = true;
        foreach ((_, int number) in order)
        {
            PlanNode clause = and.Clauses[number];
            // A leaf that stands elsewhere too may have been read for another set.
            bool isNew = clause is LeafNode { Leaf: var first } && _leaves[first] is null;
            DocumentSet? left = EvaluateLeaves(clause, within);
            if (HasNot(clause) || _budget.IsSpent)
            {
                isWhole = false;
                continue;
            }

            if (left is null && clause is LeafNode leaf && _leaves[leaf.Leaf] is { } matches)
            {
                left = matches.DocumentsOf(_documents);
                if (isNew && matches.IsWithin)
                {
                    within = left;
                    continue;
                }
            }

            left ??= new DocumentSet(Evaluate(clause, RoleMask.All));
            within = within is null ? left : new DocumentSet(left.Bits.Copy().And(within.Bits));
        }

        return isWhole ? within : null;
    }

    /// <summary>
    /// True when a clause may hold in more documents under the request's roles than under all: what a NOT excludes
    /// anywhere need not stand in those roles. Such a clause narrows nothing.
    /// </summary>
    private static bool HasNot(PlanNode node) => node switch
    {
        NotNode => true,
        AndNode and => and.Clauses.Any(HasNot),
        OrNode or => or.Clauses.Any(HasNot),
        _ => false,
    };

    private long CostOf(PlanNode node) => node switch
    {
        LeafNode leaf => _evaluator.CostOf(_plan.Leaves[leaf.Leaf]),
        FilterNode => 0,
        _ => long.MaxValue,
    };

    private LeafMatches EvaluateLeaf(int leaf, DocumentSet? within) =>
        _budget.IsSpent ? LeafMatches.None : _evaluator.Evaluate(_plan.Leaves[leaf], within);

    private DocumentSet DocumentsOf(PlanNode node, ulong mask) => node is LeafNode leaf && mask == RoleMask.All
        ? MatchesOf(leaf.Leaf).DocumentsOf(_documents)
        : new DocumentSet(Evaluate(node, mask));

    private LeafMatches MatchesOf(int leaf) => _leaves[leaf] ?? LeafMatches.None;

    /// <summary>The documents of a node, in a set of its own. The tree's depth was bounded when it was
    /// compiled.</summary>
    private BitSet Evaluate(PlanNode node, ulong mask) => node switch
    {
        AllNode => BitSet.Full(_documents),
        LeafNode leaf => MatchesOf(leaf.Leaf).ToBits(_documents, mask).Copy(),
        NotNode not => Evaluate(not.Clause, mask).Invert(),
        AndNode and => and.Clauses.Aggregate(BitSet.Full(_documents), (all, clause) => all.And(Evaluate(clause, mask))),
        OrNode or => Any(or, mask),
        FilterNode filter => _filters.Evaluate(filter.Filter),
        AtLeastNode some => AtLeast(some, mask),
        _ => throw new InvalidOperationException($"Unknown node {node.GetType().Name}."),
    };

    private BitSet Any(OrNode or, ulong mask)
    {
        BitSet any = new(_documents);
        foreach (PlanNode clause in or.Clauses)
        {
            if (clause is LeafNode leaf)
                MatchesOf(leaf.Leaf).AddTo(any, mask);
            else
                any.Or(Evaluate(clause, mask));
        }

        return any;
    }

    private BitSet AtLeast(AtLeastNode node, ulong mask)
    {
        int[] counts = new int[_documents];
        foreach (int leaf in node.Leaves)
        {
            BitSet bits = MatchesOf(leaf).ToBits(_documents, mask);
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
