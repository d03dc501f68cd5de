using SearchEngine.Index.Codec;
using SearchEngine.Index.Query;

namespace SearchEngine.Index.Search;

/// <summary>
/// A phrase in the wide mode: signs of class B may stand between any two units. Each unit has exactly one next unit
/// that is not of class B, and one before it: so occurrences of the rarest pair are chains that are followed, unit by
/// unit, to the phrase's end and to its start.
/// </summary>
internal sealed class WidePhrase(PhraseEvaluator evaluator, IReadOnlyList<PatternElement> elements)
{
    // First and last position of each chain, both ascending.
    private int[] _first = [];
    private int[] _last = [];
    private int _count;

    // For a step: where each chain is after it, and where its pair must begin.
    private int[] _moved = [];
    private int[] _begins = [];

    /// <summary>Ascending, distinct start positions; any when the budget is spent.</summary>
    public Span<int> Evaluate()
    {
        (TermEntry Entry, int Distance)[][] pairs = new (TermEntry, int)[elements.Count - 1][];
        int rarest = 0;
        for (int i = 0; i < pairs.Length; i++)
        {
            pairs[i] = [.. evaluator.PairAtEveryDistance(
                PhraseEvaluator.SymbolOf(elements[i]), PhraseEvaluator.SymbolOf(elements[i + 1]))];
            rarest = CountOf(pairs[i]) < CountOf(pairs[rarest]) ? i : rarest;
        }

        Begin(pairs[rarest]);
        KeepRun(elements[rarest], _first);
        KeepRun(elements[rarest + 1], _last);
        for (int i = rarest + 1; i < pairs.Length && _count > 0; i++)
        {
            Follow(pairs[i], _last, isForward: true);
            KeepRun(elements[i + 1], _last);
        }

        for (int i = rarest - 1; i >= 0 && _count > 0; i--)
        {
            Follow(pairs[i], _first, isForward: false);
            KeepRun(elements[i], _first);
        }

        return _first.AsSpan(0, _count);
    }

    private static long CountOf((TermEntry Entry, int Distance)[] pair) => pair.Sum(at => (long)at.Entry.Count);

    private void Begin((TermEntry Entry, int Distance)[] pair)
    {
        if (pair.Length == 0)
            return;
        // Most stand at one distance and ascend already; the few others are put in between.
        (TermEntry entry, int usual) = pair.MaxBy(at => at.Entry.Count);
        ReadOnlySpan<int> most = evaluator.Decode(entry, window: null);
        (int Position, int Distance)[] others =
        [
            .. pair.Where(at => at.Distance != usual)
                .SelectMany(at => evaluator.Decode(at.Entry), (at, position) => (position, at.Distance)),
        ];
        Array.Sort(others);
        int all = most.Length + others.Length;
        (_first, _last) = (evaluator.Borrow(all), evaluator.Borrow(all));
        if (elements.Count > 2)
            (_moved, _begins) = (evaluator.Borrow(all), evaluator.Borrow(all));
        for (int next = 0, other = 0; _count < all; _count++)
        {
            bool isUsual = other == others.Length || (next < most.Length && most[next] < others[other].Position);
            (int position, int distance) = isUsual ? (most[next++], usual) : others[other++];
            _first[_count] = position;
            _last[_count] = position + distance + 1;
        }
    }

    /// <summary>Moves an end of the chains by a unit; those that have no such unit there fall away.</summary>
    private void Follow((TermEntry Entry, int Distance)[] pair, int[] ends, bool isForward)
    {
        Span<int> moved = _moved.AsSpan(0, _count);
        Span<int> begins = _begins.AsSpan(0, _count);
        moved.Fill(-1);
        foreach ((TermEntry entry, int distance) in pair)
        {
            // The pair begins at its first unit: at the chain's end, or as far before its start as the distance says.
            int back = isForward ? 0 : distance + 1;
            int from = 0;
            while (from < _count && ends[from] < back)
                from++;
            for (int i = from; i < _count; i++)
                begins[i - from] = ends[i] - back;
            int found = evaluator.Intersect(entry, begins[..(_count - from)], 0);
            for (int i = from, next = 0; next < found; i++)
            {
                if (ends[i] - back == begins[next])
                    moved[i] = isForward ? begins[next++] + distance + 1 : begins[next++];
            }
        }

        int kept = 0;
        for (int i = 0; i < _count; i++)
        {
            if (moved[i] < 0)
                continue;
            ends[i] = moved[i];
            (_first[kept], _last[kept]) = (_first[i], _last[i]);
            kept++;
        }

        _count = kept;
    }

    /// <summary>Keeps the chains at whose end, one of the arrays, the run of an element stands; all for other
    /// elements.</summary>
    private void KeepRun(PatternElement element, int[] ends)
    {
        if (!PhraseEvaluator.IsRun(element))
            return;
        int[] those = ends[.._count];
        int found = element.Kind == ElementKind.RunGlob
            ? PhraseEvaluator.Intersect(those, evaluator.RunPositions(element), 0)
            : evaluator.RunEntry(element.Text) is { } entry ? evaluator.Intersect(entry, those, 0) : 0;
        int kept = 0;
        for (int i = 0; kept < found; i++)
        {
            if (ends[i] != those[kept])
                continue;
            (_first[kept], _last[kept]) = (_first[i], _last[i]);
            kept++;
        }

        _count = found;
    }
}
