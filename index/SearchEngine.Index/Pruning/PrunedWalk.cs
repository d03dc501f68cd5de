using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using SearchEngine.Index.Search;

namespace SearchEngine.Index.Pruning;

/// <summary>
/// Goes through rows of documents, those with the greatest bound first, and finds those that may be among the best. The
/// leaves of a row are added in the order of what they add at most, and those that are left are looked up only in
/// documents that can still get there: in most rows none can before all leaves are read, and the leaves that come last
/// are the longest (MaxScore: Turtle and Flood, Query evaluation: strategies and optimizations, 1995; with bounds by
/// block: Ding and Suel, 2011).
/// </summary>
internal sealed class PrunedWalk(Contest contest, LeafChoice choice)
{
    /// <summary>With so few documents left the rest is looked up one by one.</summary>
    private const int Few = 16;

    /// <summary>One in so many rows comes before the others.</summary>
    private const int LeadingShare = 8;

    private readonly int[] _order = [.. Enumerable.Range(0, choice.Counts.Length)];
    private readonly double[] _before = new double[choice.Counts.Length + 1];
    private readonly double[] _scores = new double[DocumentRow.Most];
    private readonly int[] _held = new int[DocumentRow.Most];

    /// <summary>Walks through rows of all segments until the best are certain or the budget is spent.</summary>
    public void Run(IReadOnlyList<SegmentLeaves> segments, BudgetMeter budget)
    {
        List<(double Most, int Segment, int Row)> rows = [];
        for (int segment = 0; segment < segments.Count; segment++)
        {
            for (int row = 0; row < segments[segment].Rows.Count; row++)
                rows.Add((-segments[segment].Rows.MostOf(row), segment, row));
        }

        rows.Sort();
        // The best rows first, for the sake of the score that is needed; then the others as they lie, for the sake of
        // blocks that reach over several rows.
        int leading = rows.Count / LeadingShare;
        rows.Sort(leading, rows.Count - leading, Comparer<(double, int Segment, int Row)>.Create(
            (left, right) => (left.Segment, left.Row).CompareTo((right.Segment, right.Row))));
        foreach ((double most, int segment, int row) in rows)
        {
            if (!budget.Spend(0))
                return;
            if (!contest.IsLost(-most))
                Walk(segment, segments[segment], row);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Walk(int segment, SegmentLeaves leaves, int number)
    {
        DocumentRow row = leaves.Rows[number];
        Sort(leaves.Rows.MostOfLeaves(number));
        Span<double> scores = _scores.AsSpan(0, row.End - row.First);
        scores.Clear();
        _held.AsSpan().Clear();
        int left = _order.Length;
        while (left > 0)
        {
            int leaf = _order[--left];
            leaves.Cursors[leaf].AddTo(scores, choice.Required[leaf] ? _held : [], row);
            int possible = Possible(scores, _before[left]);
            if (possible == 0)
                return;
            if (possible <= Few)
                break;
        }

        for (int i = 0; i < scores.Length; i++)
        {
            if (!contest.IsLost(scores[i] + _before[left]) && leaves.Accepts(row.First + i))
                Look(segment, leaves, row.First + i, (scores[i], _held[i]), left);
        }
    }

    /// <summary>The number of documents that may be among the best when so much is added to their scores.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Possible(ReadOnlySpan<double> scores, double more)
    {
        double least = contest.Least;
        int possible = 0;
        int i = 0;
        for (; i + Vector512<double>.Count <= scores.Length; i += Vector512<double>.Count)
        {
            Vector512<double> most = (Vector512.Create(scores[i..]) + Vector512.Create(more)) * Bm25.Margin;
            possible += BitOperations.PopCount(Vector512.GreaterThanOrEqual(most, Vector512.Create(least)).ExtractMostSignificantBits());
        }

        for (; i < scores.Length; i++)
            possible += contest.IsLost(scores[i] + more) ? 0 : 1;
        return possible;
    }

    /// <summary>The order changes little from row to row, so that insertion is quick.</summary>
    private void Sort(ReadOnlySpan<float> most)
    {
        for (int i = 1; i < _order.Length; i++)
        {
            int leaf = _order[i];
            int at = i;
            for (; at > 0 && most[_order[at - 1]] > most[leaf]; at--)
                _order[at] = _order[at - 1];
            _order[at] = leaf;
        }

        for (int i = 0; i < _order.Length; i++)
            _before[i + 1] = _before[i] + most[_order[i]];
    }

    /// <summary>Adds the leaves that are not in a document's score yet, until it is beaten; else offers it.</summary>
    private void Look(int segment, SegmentLeaves leaves, int document, (double Score, int Held) known, int missing)
    {
        (double score, int held) = known;
        for (int i = missing - 1; i >= 0; i--)
        {
            ulong found = leaves.Cursors[_order[i]].Find(document);
            if (found > 0)
            {
                score += leaves.Cursors[_order[i]].ScoreOf(document, found);
                held += choice.Required[_order[i]] ? 1 : 0;
            }

            if (contest.IsLost(score + _before[i]))
                return;
        }

        if (held >= choice.Minimum)
            contest.Add(segment, document, score);
    }
}
