using SearchEngine.Index.Analysis;
using SearchEngine.Index.Query;

namespace SearchEngine.Index.Highlight;

/// <summary>Finds a pattern in the units of a paragraph.</summary>
internal static class PatternMatcher
{
    /// <summary>
    /// Behind the last unit of the shortest match that starts at a unit, or −1. Linear in the pattern's length: the
    /// units a match may have reached are held as a set, never tried one after the other.
    /// </summary>
    public static int MatchAt(Pattern pattern, ParagraphUnits units, int start)
    {
        IReadOnlyList<PatternElement> elements = pattern.Elements;
        if (elements.Count == 0)
            return -1;
        if (pattern.Slop > 0)
            return MatchWithSlop(pattern, units, start);
        if (!pattern.IsOfOneLength)
            return MatchWithGaps(elements, units, start);
        return start + elements.Count <= units.Count && MatchesFrom(elements, 0, units, start) ? start + elements.Count : -1;
    }

    /// <summary>The first place at or behind one where a pattern of one length stands, or −1.</summary>
    public static int Next(Pattern pattern, ParagraphUnits units, int from)
    {
        IReadOnlyList<PatternElement> elements = pattern.Elements;
        ReadOnlySpan<Unit> all = units.All;
        if (elements.Count == 0 || all.Length < elements.Count)
            return -1;
        bool isCharacter = elements[0].Kind == ElementKind.Character;
        int codePoint = elements[0].CodePoint;
        for (int start = from; start <= all.Length - elements.Count; start++)
        {
            // Most places fall here: the other kinds of unit have other meanings of a value, and few of them have this one.
            if (isCharacter && (all[start].Value != codePoint || !IsCharacter(all[start])))
                continue;
            if (MatchesFrom(elements, isCharacter ? 1 : 0, units, start))
                return start;
        }

        return -1;
    }

    private static bool MatchesFrom(IReadOnlyList<PatternElement> elements, int first, ParagraphUnits units, int start)
    {
        for (int i = first; i < elements.Count; i++)
        {
            if (!Matches(elements[i], units, start + i))
                return false;
        }

        return true;
    }

    /// <summary>The nearest place for each element: none further on makes the match shorter.</summary>
    private static int MatchWithSlop(Pattern pattern, ParagraphUnits units, int start)
    {
        if (!Matches(pattern.Elements[0], units, start))
            return -1;
        int at = start + 1;
        int left = pattern.Slop;
        foreach (PatternElement element in pattern.Elements.Skip(1))
        {
            while (at < units.Count && !Matches(element, units, at))
            {
                if (left-- == 0 || units[at].Kind == UnitKind.SentenceEnd)
                    return -1;
                at++;
            }

            if (at++ == units.Count)
                return -1;
        }

        return at;
    }

    private static bool IsCharacter(in Unit unit) => !unit.IsRun && !unit.IsBoundary;

    private static int MatchWithGaps(IReadOnlyList<PatternElement> elements, ParagraphUnits units, int start)
    {
        // Most starts fall here, before anything is held.
        if (elements[0].Kind != ElementKind.Gap && !Matches(elements[0], units, start))
            return -1;
        List<int> reached = [start];
        List<int> next = [];
        foreach (PatternElement element in elements)
        {
            next.Clear();
            foreach (int at in reached)
            {
                if (element.Kind == ElementKind.Gap)
                    AddGap(units, at, next);
                else if (at < units.Count && Matches(element, units, at))
                    next.Add(at + 1);
            }

            if (next.Count == 0)
                return -1;
            (reached, next) = (next, reached);
        }

        return reached[0];
    }

    /// <summary>Adds what a gap reaches from a unit to places that ascend; what lies among them is there already.</summary>
    private static void AddGap(ParagraphUnits units, int at, List<int> next)
    {
        int last = next.Count > 0 ? next[^1] : -1;
        for (int length = 0; length <= IndexLimits.WildcardUnits; length++)
        {
            if (length > 0 && (at + length > units.Count || units[at + length - 1].Kind == UnitKind.SentenceEnd))
                return;
            if (at + length > last)
                next.Add(at + length);
        }
    }

    private static bool Matches(PatternElement element, ParagraphUnits units, int at)
    {
        Unit unit = units[at];
        return element.Kind switch
        {
            ElementKind.Character => IsCharacter(unit) && unit.Value == element.CodePoint,
            ElementKind.Boundary => unit.IsBoundary,
            ElementKind.Run => unit.Kind == element.RunKind && units.RunText(unit).SequenceEqual(element.Text),
            ElementKind.RunGlob => unit.Kind == element.RunKind && Glob.Matches(element.Text, units.RunText(unit)),
            _ => !unit.IsBoundary,
        };
    }
}
