using SearchEngine.Index.Query;
using SearchEngine.Index.Reading;

namespace SearchEngine.Index.Search;

/// <summary>Which paragraphs of a document can hold an occurrence, so that only those need be read.</summary>
internal static class PassageParagraphs
{
    /// <summary>Ascending numbers among all paragraphs of the segment; all of the document's when positions do not
    /// tell.</summary>
    public static int[] Of(SegmentReader segment, QueryPlan plan, RunExpansions runs, int document)
    {
        (int first, int end) = segment.ParagraphRange(document);
        if (plan.Wide || !plan.Leaves.Where(leaf => leaf.Counts).All(IsCheap))
            return [.. Enumerable.Range(first, end - first)];
        PhraseEvaluator phrases = new(segment, runs, new BudgetMeter(SearchBudget.Unlimited))
        {
            Window = (segment.FirstPositions[document], segment.FirstPositions[document + 1]),
        };
        ReadOnlySpan<uint> positions = segment.ParagraphPositions;
        SortedSet<int> found = [];
        foreach (Leaf leaf in plan.Leaves.Where(leaf => leaf.Counts))
        {
            int paragraph = first;
            foreach (int position in phrases.Evaluate(((PatternLeaf)leaf).Pattern, wide: false))
            {
                while (paragraph + 1 < end && positions[paragraph + 1] <= (uint)position)
                    paragraph++;
                if (paragraph < end)
                    found.Add(paragraph);
            }
        }

        return [.. found];
    }

    /// <summary>A character alone is in very many lists: reading the document costs less.</summary>
    private static bool IsCheap(Leaf leaf) => leaf is PatternLeaf { Pattern: { IsLiteral: true } pattern }
        && (pattern.Elements.Count != 1 || PhraseEvaluator.IsRun(pattern.Elements[0]));
}
