using SearchEngine.Index.Analysis;

namespace SearchEngine.Index.Query;

/// <summary>Turns typed phrases and wildcard patterns into <see cref="Pattern"/>s. Not for several threads.</summary>
internal sealed class PatternCompiler(IAnalyzer analyzer, bool wide)
{
    private readonly UnitBuffer _buffer = new();

    public Pattern Compile(PhraseQuery phrase)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(phrase.Slop);
        List<PatternElement> elements = ElementsOf(phrase.Text);
        if (phrase.Slop > 0)
            elements.RemoveAll(element => element.Kind == ElementKind.Boundary);
        return new Pattern(elements, phrase.Zone, phrase.Slop);
    }

    public Pattern Compile(WildcardQuery wildcard)
    {
        List<PatternElement> elements = [];
        // Wildcards behind the last run of the output that touch it, and whether a run may still join it.
        bool runIsOpen = false;
        List<char> waiting = [];
        foreach ((string piece, char sign) in Split(wildcard.Pattern))
        {
            AppendPiece(elements, piece, waiting, ref runIsOpen);
            if (sign == '\0')
                break;
            if (runIsOpen)
                elements[^1] = AsGlob(elements[^1], elements[^1].Text + sign);
            else
                waiting.Add(sign);
        }

        FlushWaiting(elements, waiting);
        while (elements.Count > 0 && elements[^1].Kind == ElementKind.Gap)
            elements.RemoveAt(elements.Count - 1);
        while (elements.Count > 0 && elements[0].Kind == ElementKind.Gap)
            elements.RemoveAt(0);
        return new Pattern(elements, wildcard.Zone);
    }

    private void AppendPiece(List<PatternElement> elements, string piece, List<char> waiting, ref bool runIsOpen)
    {
        if (piece.Length == 0)
            return;
        List<PatternElement> next = ElementsOf(piece, out bool touchesStart, out bool touchesEnd);
        if (next.Count == 0)
        {
            runIsOpen = false;
            return;
        }

        PatternElement first = next[0];
        if (runIsOpen && touchesStart && first.Kind == ElementKind.Run && first.RunKind == elements[^1].RunKind)
        {
            elements[^1] = AsGlob(elements[^1], elements[^1].Text + first.Text);
            next.RemoveAt(0);
        }
        else if (waiting.Count > 0 && touchesStart && first.Kind == ElementKind.Run)
        {
            next[0] = AsGlob(first, string.Concat(waiting) + first.Text);
            waiting.Clear();
        }

        FlushWaiting(elements, waiting);
        elements.AddRange(next);
        runIsOpen = touchesEnd && elements[^1].Kind is ElementKind.Run or ElementKind.RunGlob;
    }

    private static void FlushWaiting(List<PatternElement> elements, List<char> waiting)
    {
        foreach (char sign in waiting)
        {
            // Two gaps in a row are one: what * stands for stays bounded.
            if (sign == '*' && elements.Count > 0 && elements[^1].Kind == ElementKind.Gap)
                continue;
            elements.Add(new PatternElement(sign == '*' ? ElementKind.Gap : ElementKind.One));
        }

        waiting.Clear();
    }

    private static PatternElement AsGlob(PatternElement run, string glob) =>
        run with { Kind = ElementKind.RunGlob, Text = glob };

    /// <summary>Pieces of text and the wildcard behind each; the last one has none.</summary>
    private static IEnumerable<(string Piece, char Sign)> Split(string pattern)
    {
        int start = 0;
        for (int i = 0; i < pattern.Length; i++)
        {
            char sign = pattern[i] switch { '*' or '＊' => '*', '?' or '？' => '?', _ => '\0' };
            if (sign == '\0')
                continue;
            yield return (pattern[start..i], sign);
            start = i + 1;
        }

        yield return (pattern[start..], '\0');
    }

    private List<PatternElement> ElementsOf(string text) => ElementsOf(text, out _, out _);

    private List<PatternElement> ElementsOf(string text, out bool touchesStart, out bool touchesEnd)
    {
        analyzer.Analyze(text, _buffer);
        ReadOnlySpan<Unit> units = _buffer.Units;
        if (units.Length > IndexLimits.PhraseUnits)
            throw new QueryTooComplexException(nameof(IndexLimits.PhraseUnits), IndexLimits.PhraseUnits);
        touchesStart = units.Length > 0 && units[0].Start == 0;
        touchesEnd = units.Length > 0 && units[^1].End == text.Length;
        List<PatternElement> elements = [];
        foreach (ref readonly Unit unit in units)
        {
            if (!wide || unit.Kind != UnitKind.Ignorable)
                elements.Add(PatternElement.Of(_buffer, unit));
        }

        return elements;
    }
}
