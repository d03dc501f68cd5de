using SearchEngine.Index.Query;

namespace SearchEngine.Index.Pruning;

/// <summary>A query that is so many of some leaves: one leaf, leaves joined by OR, or a related query.</summary>
/// <param name="Required">For each leaf of the plan whether it is one of them; the others only score.</param>
/// <param name="Minimum">How many a hit has, at least 1.</param>
/// <param name="Counts">For each leaf whether its occurrences count.</param>
internal sealed record LeafChoice(bool[] Required, int Minimum, bool[] Counts)
{
    /// <summary>Null for a plan that is none.</summary>
    public static LeafChoice? Of(QueryPlan plan) => plan.Root switch
    {
        LeafNode leaf => Of(plan, [leaf.Leaf], 1),
        AtLeastNode some => Of(plan, some.Leaves, some.Minimum),
        OrNode any when any.Clauses.All(clause => clause is LeafNode) =>
            Of(plan, [.. any.Clauses.Select(clause => ((LeafNode)clause).Leaf)], 1),
        _ => null,
    };

    private static LeafChoice Of(QueryPlan plan, IReadOnlyList<int> leaves, int minimum)
    {
        bool[] required = new bool[plan.Leaves.Count];
        foreach (int leaf in leaves)
            required[leaf] = true;
        return new LeafChoice(required, minimum, [.. plan.Leaves.Select(leaf => leaf.Counts)]);
    }
}
