using SearchEngine.Index.Analysis;
using SearchEngine.Index.Highlight;
using SearchEngine.Index.Indexing;
using SearchEngine.Index.Query;

namespace SearchEngine.Index.Search;

/// <summary>Chooses and marks the paragraphs of a document that show why it was found.</summary>
internal static class PassageSelection
{
    /// <summary>The best paragraphs of those given. <paramref name="ordinals"/>: the place of each in its
    /// document.</summary>
    public static IReadOnlyList<ParagraphMatch> Of(
        QueryPlan plan, IReadOnlyList<Paragraph> paragraphs, int[] ordinals, IAnalyzer analyzer, ulong mask, int limit)
    {
        DocumentMatcher matcher = new(analyzer, plan.Wide);
        List<TextRange>?[] ranges = new List<TextRange>?[paragraphs.Count];
        foreach (Leaf leaf in plan.Leaves.Where(leaf => leaf.Counts))
        {
            foreach (Occurrence occurrence in matcher.Find(leaf, paragraphs))
            {
                Paragraph paragraph = paragraphs[occurrence.Paragraph];
                int place = paragraph.Zone == Zone.Title ? RoleMask.Title : paragraph.Role;
                if ((mask >> place & 1) != 0)
                    (ranges[occurrence.Paragraph] ??= []).Add(new TextRange(occurrence.Start, occurrence.End));
            }
        }

        List<ParagraphMatch> matches = [];
        for (int p = 0; p < ranges.Length; p++)
        {
            if (ranges[p] is { } found)
                matches.Add(new ParagraphMatch(ordinals[p], paragraphs[p].Text, paragraphs[p].Role, paragraphs[p].Section,
                    paragraphs[p].Zone == Zone.Title, Merge(found), found.Count));
        }

        if (matches.Count <= limit)
            return matches;
        HashSet<int> best = [.. PassageCandidate.Best(
            [.. matches.Select(match => new PassageCandidate(
                match.Paragraph, match.IsTitle ? RoleMask.Title : match.Role, match.Occurrences))],
            limit)];
        return [.. matches.Where(match => best.Contains(match.Paragraph))];
    }

    private static List<TextRange> Merge(List<TextRange> ranges)
    {
        ranges.Sort(static (left, right) => (left.Start, left.End).CompareTo((right.Start, right.End)));
        List<TextRange> merged = [];
        foreach (TextRange range in ranges)
        {
            if (merged.Count > 0 && range.Start < merged[^1].End)
                merged[^1] = merged[^1] with { End = Math.Max(merged[^1].End, range.End) };
            else
                merged.Add(range);
        }

        return merged;
    }
}
