using SearchEngine.Index.Codec;
using SearchEngine.Index.Query;

namespace SearchEngine.Index.Search;

/// <summary>
/// What stands between two gaps of a pattern, or one of its units where all may stand apart: elements of one unit each,
/// so that the part has one length, and what is literal in it stands at fixed offsets.
/// </summary>
internal sealed class PatternPart
{
    private readonly IReadOnlyList<PatternElement> _elements;

    private PatternPart(IReadOnlyList<PatternElement> elements)
    {
        _elements = elements;
        List<(int, Pattern)> literals = [];
        List<BoundaryTest> tests = [];
        CanBePlaced = elements.Count > 0;
        for (int end, at = 0; at < elements.Count; at = end)
        {
            end = at + 1;
            if (!elements[at].IsLiteral)
            {
                if (TestOf(at) is { } test)
                    tests.Add(test);
                else
                    CanBePlaced = false;
                continue;
            }

            while (end < elements.Count && elements[end].IsLiteral)
                end++;
            Pattern literal = new([.. elements.Skip(at).Take(end - at)], zone: null);
            // Boundaries alone cannot be looked for.
            if (literal.Elements.Count > 0)
                literals.Add((at, literal));
            else
                CanBePlaced = false;
        }

        CanBePlaced &= literals.Count > 0;
        (Literals, Tests) = (literals, tests);
    }

    public int Length => _elements.Count;

    /// <summary>The literal pieces that can be looked for, and how far behind the part's start each one stands.</summary>
    public IReadOnlyList<(int Offset, Pattern Literal)> Literals { get; }

    /// <summary>One for each unit that ? stands for.</summary>
    public IReadOnlyList<BoundaryTest> Tests { get; }

    /// <summary>True when positions alone say where the part stands.</summary>
    public bool CanBePlaced { get; }

    public static IReadOnlyList<PatternPart> Of(Pattern pattern)
    {
        if (pattern.Slop > 0)
            return [.. pattern.Elements.Select(element => new PatternPart([element]))];
        List<PatternPart> parts = [];
        List<PatternElement> part = [];
        foreach (PatternElement element in pattern.Elements)
        {
            if (element.Kind != ElementKind.Gap)
            {
                part.Add(element);
                continue;
            }

            parts.Add(new PatternPart(part));
            part = [];
        }

        parts.Add(new PatternPart(part));
        return parts;
    }

    /// <summary>
    /// What says that a unit is a boundary: the pair that a known unit before it makes with it, or it with a known one
    /// behind it. Null where neither is known, or where the unit before is a boundary, which may end its paragraph.
    /// </summary>
    private BoundaryTest? TestOf(int one)
    {
        if (one > 0 && IsKnown(_elements[one - 1]))
            return new BoundaryTest(PhraseEvaluator.SymbolOf(_elements[one - 1]), PairKey.Cut, one - 1);
        bool isBehindBoundary = one > 0 && _elements[one - 1].Kind == ElementKind.Boundary;
        if (!isBehindBoundary && one + 1 < _elements.Count && IsKnown(_elements[one + 1]))
            return new BoundaryTest(PairKey.Cut, PhraseEvaluator.SymbolOf(_elements[one + 1]), one);
        return null;
    }

    private static bool IsKnown(PatternElement element) =>
        element.Kind is ElementKind.Character or ElementKind.Run or ElementKind.RunGlob;
}
