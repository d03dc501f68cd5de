using SearchEngine.Index.Indexing;
using SearchEngine.Index.Query;
using SearchEngine.Index.Reading;

namespace SearchEngine.Index.Search;

/// <summary>Which paragraphs of a document are to be read for its passages.</summary>
internal static class PassageParagraphs
{
    /// <summary>
    /// Ascending numbers among all paragraphs of the segment: the best <paramref name="limit"/> by the counts that
    /// positions give, or all of the document's when positions do not tell.
    /// </summary>
    public static int[] Of(
        SegmentReader segment, QueryPlan plan, RunExpansions runs, int document, ulong mask, int limit)
    {
        (int first, int end) = segment.ParagraphRange(document);
        if (plan.Wide || !plan.Leaves.Where(leaf => leaf.Counts).All(IsCheap))
            return [.. Enumerable.Range(first, end - first)];
        PhraseEvaluator phrases = new(segment, runs, new BudgetMeter(SearchBudget.Unlimited))
        {
            Window = (segment.FirstPositions[document], segment.FirstPositions[document + 1]),
        };
        int[] counts = new int[end - first];
        foreach (Leaf leaf in plan.Leaves.Where(leaf => leaf.Counts))
            Count(segment, phrases, ((PatternLeaf)leaf).Pattern, first, counts);
        List<PassageCandidate> candidates = [];
        for (int p = 0; p < counts.Length; p++)
        {
            byte kind = segment.ParagraphKinds[first + p];
            int place = ParagraphKind.ZoneOf(kind) == Zone.Title ? RoleMask.Title : ParagraphKind.RoleOf(kind);
            if (counts[p] > 0 && (mask >> place & 1) != 0)
                candidates.Add(new PassageCandidate(first + p, place, counts[p]));
        }

        return PassageCandidate.Best(candidates, limit);
    }

    private static void Count(
        SegmentReader segment, PhraseEvaluator phrases, Pattern pattern, int first, int[] counts)
    {
        ReadOnlySpan<uint> positions = segment.ParagraphPositions;
        ReadOnlySpan<byte> kinds = segment.ParagraphKinds;
        int paragraph = 0;
        foreach (int position in phrases.Evaluate(pattern, wide: false))
        {
            while (paragraph + 1 < counts.Length && positions[first + paragraph + 1] <= (uint)position)
                paragraph++;
            if (paragraph < counts.Length
                && (pattern.Zone is not { } zone || zone == ParagraphKind.ZoneOf(kinds[first + paragraph])))
                counts[paragraph]++;
        }
    }

    /// <summary>A character alone is in very many lists: reading the document costs less.</summary>
    private static bool IsCheap(Leaf leaf) => leaf is PatternLeaf { Pattern: { IsLiteral: true } pattern }
        && (pattern.Elements.Count != 1 || PhraseEvaluator.IsRun(pattern.Elements[0]));
}
