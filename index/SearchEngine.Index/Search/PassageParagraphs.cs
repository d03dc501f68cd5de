using SearchEngine.Index.Analysis;
using SearchEngine.Index.Highlight;
using SearchEngine.Index.Indexing;
using SearchEngine.Index.Query;
using SearchEngine.Index.Reading;

namespace SearchEngine.Index.Search;

/// <summary>Which paragraphs of a document are to be read for its passages.</summary>
internal static class PassageParagraphs
{
    /// <summary>
    /// Ascending places of paragraphs in the document: the best <paramref name="limit"/> by the counts that positions
    /// give, or all of the document's when positions do not tell.
    /// </summary>
    public static int[] Of(
        SegmentReader segment,
        QueryPlan plan,
        RunExpansions runs,
        ParagraphTable table,
        IAnalyzer analyzer,
        ulong mask,
        int limit)
    {
        if (plan.Wide || !plan.Leaves.Where(leaf => leaf.Counts).All(IsLiteral))
            return [.. Enumerable.Range(0, table.Count)];
        using PhraseEvaluator phrases = new(segment, runs, new BudgetMeter(SearchBudget.Unlimited))
        {
            Range = (segment.FirstPositions[table.Document], segment.FirstPositions[table.Document + 1]),
        };
        int[] counts = new int[table.Count];
        foreach (Leaf leaf in plan.Leaves.Where(leaf => leaf.Counts))
        {
            Pattern pattern = ((PatternLeaf)leaf).Pattern;
            if (IsLoneCharacter(pattern))
                CountInText(segment, table, new DocumentMatcher(analyzer, wide: false), pattern, counts);
            else
                Count(table, phrases, pattern, counts);
        }

        List<PassageCandidate> candidates = [];
        for (int p = 0; p < counts.Length; p++)
        {
            byte kind = table.Kinds[p];
            int place = ParagraphKind.ZoneOf(kind) == Zone.Title ? RoleMask.Title : ParagraphKind.RoleOf(kind);
            if (counts[p] > 0 && (mask >> place & 1) != 0)
                candidates.Add(new PassageCandidate(p, place, counts[p]));
        }

        return PassageCandidate.Best(candidates, limit);
    }

    private static void Count(ParagraphTable table, PhraseEvaluator phrases, Pattern pattern, int[] counts)
    {
        int paragraph = 0;
        foreach (int position in phrases.Evaluate(pattern, wide: false))
        {
            while (paragraph + 1 < counts.Length && table.Positions[paragraph + 1] <= (uint)position)
                paragraph++;
            if (paragraph < counts.Length
                && (pattern.Zone is not { } zone || zone == ParagraphKind.ZoneOf(table.Kinds[paragraph])))
                counts[paragraph]++;
        }
    }

    /// <summary>The same from the document's text.</summary>
    private static void CountInText(
        SegmentReader segment, ParagraphTable table, DocumentMatcher matcher, Pattern pattern, int[] counts)
    {
        char[] buffer = [];
        for (int p = 0; p < counts.Length; p++)
        {
            if (pattern.Zone is not { } zone || zone == ParagraphKind.ZoneOf(table.Kinds[p]))
                counts[p] += matcher.Count(pattern, segment.Text(table, p, ref buffer));
        }
    }

    private static bool IsLiteral(Leaf leaf) => leaf is PatternLeaf { Pattern.IsLiteral: true };

    /// <summary>A character alone is in very many lists: reading the document costs less.</summary>
    private static bool IsLoneCharacter(Pattern pattern) =>
        pattern.Elements.Count == 1 && !PhraseEvaluator.IsRun(pattern.Elements[0]);
}
