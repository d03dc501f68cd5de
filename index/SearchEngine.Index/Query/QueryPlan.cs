namespace SearchEngine.Index.Query;

/// <summary>A query compiled for an analyzer and a mode, for any index and any text.</summary>
/// <param name="Root">The tree.</param>
/// <param name="Leaves">Distinct ones; equal phrases of a query are one leaf and count once.</param>
/// <param name="Wide">True in the wide mode.</param>
internal sealed record QueryPlan(PlanNode Root, IReadOnlyList<Leaf> Leaves, bool Wide);
