using SearchEngine.Index.Analysis;

namespace SearchEngine.Index.Query;

/// <summary>The two grain sizes of a related query: pairs of neighbouring characters, and characters and runs
/// alone.</summary>
internal static class RelatedTerms
{
    /// <summary>The distinct terms of a text in order, pairs at most <see
    /// cref="IndexLimits.RelatedBigrams"/>.</summary>
    public static (List<PatternElement[]> Pairs, List<PatternElement[]> Singles) Of(string text, IAnalyzer analyzer)
    {
        UnitBuffer buffer = new();
        analyzer.Analyze(text, buffer);
        List<PatternElement[]> pairs = [];
        List<PatternElement[]> singles = [];
        HashSet<(PatternElement, PatternElement?)> seen = [];
        PatternElement? before = null;
        foreach (Unit unit in buffer.Units)
        {
            if (pairs.Count == IndexLimits.RelatedBigrams || singles.Count == IndexLimits.RelatedBigrams)
                break;
            bool isTerm = unit.IsRun || (unit.Kind == UnitKind.Character && IsLetter(unit.Value));
            PatternElement? element = isTerm ? PatternElement.Of(buffer, unit) : null;
            if (element is not null && seen.Add((element, null)))
                singles.Add([element]);
            if (element is { Kind: ElementKind.Character } && before is { Kind: ElementKind.Character }
                && seen.Add((before, element)))
                pairs.Add([before, element]);
            before = element;
        }

        return (pairs, singles);
    }

    /// <summary>Signs say nothing of a text's matter.</summary>
    private static bool IsLetter(int codePoint) =>
        System.Text.Rune.TryCreate(codePoint, out System.Text.Rune rune) && System.Text.Rune.IsLetterOrDigit(rune);
}
