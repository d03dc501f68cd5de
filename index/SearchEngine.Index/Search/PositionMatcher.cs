using SearchEngine.Index.Codec;
using SearchEngine.Index.Query;
using SearchEngine.Index.Reading;

namespace SearchEngine.Index.Search;

/// <summary>
/// Nearness and gaps by positions: the dictionary holds the ends of sentences, and the paragraphs' first positions are
/// known. Not for the wide mode, in which distances are not those of positions.
/// </summary>
internal sealed class PositionMatcher(SegmentReader segment, PhraseEvaluator phrases, BudgetMeter budget)
{
    private readonly SectionNumbers _sections = new();

    /// <summary>True when every stretch between gaps is a phrase of its own.</summary>
    public static bool CanMatch(Pattern pattern)
    {
        int gaps = pattern.Elements.Count(element => element.Kind == ElementKind.Gap);
        return pattern.Elements.All(element => element.Kind != ElementKind.One)
            && pattern.LiteralParts().Count == gaps + 1;
    }

    /// <summary>Start positions of a pattern with gaps, ascending.</summary>
    public int[] Gapped(Pattern pattern)
    {
        IReadOnlyList<Pattern> parts = pattern.LiteralParts();
        int[] stops = SentenceEnds();
        Span<int> next = phrases.Evaluate(parts[^1], wide: false);
        for (int part = parts.Count - 2; part >= 0 && next.Length > 0; part--)
            next = Before(phrases.Evaluate(parts[part], wide: false), parts[part].Elements.Count, next, stops);
        return budget.IsSpent ? [] : next.ToArray();
    }

    /// <summary>Starts of the occurrences that have a partner, ascending; one for each end.</summary>
    public int[] Near(NearLeaf near)
    {
        List<PlacedPhrase> left = Place(near.Left, near.Scope);
        List<PlacedPhrase> right = Place(near.Right, near.Scope);
        if (budget.IsSpent)
            return [];
        int distance = near.Scope == NearScope.Units ? near.Distance : int.MaxValue;
        return [.. NearPositions.Select(left, right, near.Ordered, distance).Select(phrase => phrase.Start)];
    }

    /// <summary>Those starts behind which one of the next part's comes within a gap.</summary>
    private Span<int> Before(Span<int> starts, int length, Span<int> next, int[] stops)
    {
        ParagraphCursor paragraphs = new(segment);
        int kept = 0;
        int n = 0;
        int s = 0;
        foreach (int start in starts)
        {
            int end = start + length;
            while (n < next.Length && next[n] < end)
                n++;
            if (n == next.Length)
                break;
            while (s < stops.Length && stops[s] < end)
                s++;
            paragraphs.MoveTo(start);
            bool inSentence = s == stops.Length || next[n] <= stops[s];
            bool inParagraph = (uint)next[n] < paragraphs.End;
            if (next[n] - end <= IndexLimits.WildcardUnits && inSentence && inParagraph)
                starts[kept++] = start;
        }

        return starts[..kept];
    }

    private List<PlacedPhrase> Place(IReadOnlyList<Pattern> patterns, NearScope scope)
    {
        List<PlacedPhrase> placed = [];
        int[] stops = scope == NearScope.Sentence ? SentenceEnds() : [];
        foreach (Pattern pattern in patterns)
            Place(pattern, scope, stops, placed);
        return placed;
    }

    private void Place(Pattern pattern, NearScope scope, int[] stops, List<PlacedPhrase> placed)
    {
        ParagraphCursor paragraphs = new(segment);
        int s = 0;
        foreach (int start in phrases.Evaluate(pattern, wide: false))
        {
            paragraphs.MoveTo(start);
            if (pattern.Zone is { } zone && zone != ParagraphKind.ZoneOf(paragraphs.Kind))
                continue;
            while (s < stops.Length && stops[s] < start)
                s++;
            // Paragraphs and sentences only ascend, so that their sum changes when either does.
            int group = scope == NearScope.Section
                ? _sections.NumberOf(paragraphs.Document, paragraphs.Kind, paragraphs.Section)
                : paragraphs.Number + s;
            placed.Add(new PlacedPhrase(group, start, start + pattern.Elements.Count));
        }
    }

    private int[] SentenceEnds()
    {
        ulong key = PairKey.Of(PairKey.Sentence, 0);
        PairCursor cursor = segment.Pairs();
        return cursor.Seek(key) && cursor.Key == key ? phrases.Decode(cursor.Entry) : [];
    }

    /// <summary>Numbers sections as they come; a section may go on behind another one.</summary>
    private sealed class SectionNumbers
    {
        private readonly Dictionary<(int Document, byte Kind, uint Section), int> _numbers = [];

        public int NumberOf(int document, byte kind, uint section)
        {
            if (!_numbers.TryGetValue((document, kind, section), out int number))
                _numbers.Add((document, kind, section), number = _numbers.Count);
            return number;
        }
    }
}
