namespace SearchEngine.Index.Query;

/// <summary>A node of a compiled query; leaves are named by their place in <see cref="QueryPlan.Leaves"/>.</summary>
internal abstract record PlanNode;

internal sealed record LeafNode(int Leaf) : PlanNode;

internal sealed record AllNode : PlanNode;

internal sealed record AndNode(IReadOnlyList<PlanNode> Clauses) : PlanNode;

internal sealed record OrNode(IReadOnlyList<PlanNode> Clauses) : PlanNode;

internal sealed record NotNode(PlanNode Clause) : PlanNode;

internal sealed record FilterNode(Filter Filter) : PlanNode;

/// <summary>Documents with at least <paramref name="Minimum"/> of the required leaves.</summary>
internal sealed record AtLeastNode(IReadOnlyList<int> Leaves, int Minimum) : PlanNode;
