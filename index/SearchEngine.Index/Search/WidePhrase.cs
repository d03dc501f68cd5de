using SearchEngine.Index.Codec;
using SearchEngine.Index.Query;

namespace SearchEngine.Index.Search;

/// <summary>
/// A phrase in the wide mode: signs of class B may stand between any two units. Positions are chained unit by unit,
/// each unit having exactly one next unit that is not of class B.
/// </summary>
internal sealed class WidePhrase(PhraseEvaluator evaluator, IReadOnlyList<PatternElement> elements)
{
    private int[] _starts = [];
    private int[] _current = [];
    private int _count;

    public Span<int> Evaluate()
    {
        for (int i = 0; i + 1 < elements.Count; i++)
        {
            long[] steps = StepsOf(i);
            if (i == 0)
                Begin(steps);
            else
                Follow(steps);
            if (i == 0 && PhraseEvaluator.IsRun(elements[0]))
                Keep(_starts, evaluator.RunPositions(elements[0]));
            if (PhraseEvaluator.IsRun(elements[i + 1]))
                Keep(_current, evaluator.RunPositions(elements[i + 1]));
            if (_count == 0)
                return [];
        }

        return _starts.AsSpan(0, _count);
    }

    /// <summary>Position and distance to the next unit, position in the upper half, ascending.</summary>
    private long[] StepsOf(int pair)
    {
        List<long> steps = [];
        foreach ((TermEntry entry, int distance) in evaluator.PairAtEveryDistance(
            PhraseEvaluator.SymbolOf(elements[pair]), PhraseEvaluator.SymbolOf(elements[pair + 1])))
        {
            foreach (int position in evaluator.Decode(entry))
                steps.Add(((long)position << 32) | (uint)(distance + 1));
        }

        steps.Sort();
        return [.. steps];
    }

    private void Begin(long[] steps)
    {
        _count = steps.Length;
        _starts = new int[_count];
        _current = new int[_count];
        for (int i = 0; i < _count; i++)
        {
            _starts[i] = (int)(steps[i] >> 32);
            _current[i] = _starts[i] + (int)steps[i];
        }
    }

    private void Follow(long[] steps)
    {
        int kept = 0;
        int at = 0;
        for (int i = 0; i < _count; i++)
        {
            while (at < steps.Length && (int)(steps[at] >> 32) < _current[i])
                at++;
            if (at == steps.Length || (int)(steps[at] >> 32) != _current[i])
                continue;
            _starts[kept] = _starts[i];
            _current[kept++] = _current[i] + (int)steps[at];
        }

        _count = kept;
    }

    /// <summary>Keeps the chains whose place in one of the arrays is among ascending positions.</summary>
    private void Keep(int[] places, int[] positions)
    {
        int kept = 0;
        int at = 0;
        for (int i = 0; i < _count; i++)
        {
            while (at < positions.Length && positions[at] < places[i])
                at++;
            if (at == positions.Length || positions[at] != places[i])
                continue;
            (_starts[kept], _current[kept]) = (_starts[i], _current[i]);
            kept++;
        }

        _count = kept;
    }
}
