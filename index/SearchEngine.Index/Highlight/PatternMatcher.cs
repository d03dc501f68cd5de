using SearchEngine.Index.Analysis;
using SearchEngine.Index.Query;

namespace SearchEngine.Index.Highlight;

/// <summary>Finds a pattern in the units of a paragraph.</summary>
internal static class PatternMatcher
{
    /// <summary>
    /// Behind the last unit of the shortest match that starts at a unit, or −1. Linear in the pattern's length: the
    /// units a
    /// match may have reached are held as a set, never tried one after the other.
    /// </summary>
    public static int MatchAt(Pattern pattern, ParagraphUnits units, int start)
    {
        IReadOnlyList<PatternElement> elements = pattern.Elements;
        if (elements.Count == 0)
            return -1;
        if (!pattern.IsLiteral)
            return MatchWithGaps(elements, units, start);
        if (start + elements.Count > units.Count)
            return -1;
        for (int i = 0; i < elements.Count; i++)
        {
            if (!Matches(elements[i], units, start + i))
                return -1;
        }

        return start + elements.Count;
    }

    private static int MatchWithGaps(IReadOnlyList<PatternElement> elements, ParagraphUnits units, int start)
    {
        SortedSet<int> reached = [start];
        foreach (PatternElement element in elements)
        {
            SortedSet<int> next = [];
            foreach (int at in reached)
            {
                if (element.Kind == ElementKind.Gap)
                    AddGap(units, at, next);
                else if (at < units.Count && Matches(element, units, at))
                    next.Add(at + 1);
            }

            if (next.Count == 0)
                return -1;
            reached = next;
        }

        return reached.Min;
    }

    private static void AddGap(ParagraphUnits units, int at, SortedSet<int> next)
    {
        next.Add(at);
        for (int length = 1; length <= IndexLimits.WildcardUnits; length++)
        {
            int over = at + length - 1;
            if (over >= units.Count || units[over].Kind == UnitKind.SentenceEnd)
                return;
            next.Add(at + length);
        }
    }

    private static bool Matches(PatternElement element, ParagraphUnits units, int at)
    {
        Unit unit = units[at];
        return element.Kind switch
        {
            ElementKind.Character => !unit.IsRun && !unit.IsBoundary && unit.Value == element.CodePoint,
            ElementKind.Boundary => unit.IsBoundary,
            ElementKind.Run => unit.Kind == element.RunKind && units.RunText(unit).SequenceEqual(element.Text),
            ElementKind.RunGlob => unit.Kind == element.RunKind && Glob.Matches(element.Text, units.RunText(unit)),
            _ => !unit.IsBoundary,
        };
    }
}
