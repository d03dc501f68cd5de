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
    private readonly PartEvaluator _parts = new(segment, phrases);

    /// <summary>True when positions say where every part of a pattern stands.</summary>
    public static bool CanMatch(Pattern pattern) => PatternPart.Of(pattern).All(part => part.CanBePlaced);

    /// <summary>Start positions of a pattern with wildcards or slop, ascending.</summary>
    public int[] Apart(Pattern pattern)
    {
        IReadOnlyList<PatternPart> parts = PatternPart.Of(pattern);
        Span<int> starts = _parts.Evaluate(parts[^1]);
        if (parts.Count > 1)
            starts = Joined(parts, pattern.Slop, starts);
        return budget.IsSpent ? [] : starts.ToArray();
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

    /// <summary>The starts of the whole, given those of the last part.</summary>
    private Span<int> Joined(IReadOnlyList<PatternPart> parts, int slop, Span<int> starts)
    {
        int[] stops = SentenceEnds();
        int gap = slop > 0 ? slop : IndexLimits.WildcardUnits;
        int units = parts[^1].Length;
        int[] ends = [.. starts];
        foreach (ref int end in ends.AsSpan())
            end += units;
        for (int part = parts.Count - 2; part >= 0 && starts.Length > 0; part--)
        {
            int length = parts[part].Length;
            units += length;
            long longest = slop > 0 ? units + (long)slop : long.MaxValue;
            starts = Before(_parts.Evaluate(parts[part]), length, starts, ref ends, stops, gap, longest);
        }

        return starts;
    }

    /// <summary>
    /// Those starts behind which a match of the next parts begins within a gap, and whose own match is then not too
    /// long. The nearest one decides: any other ends later.
    /// </summary>
    /// <param name="starts">Of this part, ascending; overwritten.</param>
    /// <param name="length">Units of this part.</param>
    /// <param name="next">Starts of the next parts' matches, ascending.</param>
    /// <param name="ends">Ends of those matches, replaced by the ends of the result's.</param>
    /// <param name="stops">Where sentences end.</param>
    /// <param name="gap">Units between this part and the next.</param>
    /// <param name="longest">Units of a match.</param>
    private Span<int> Before(
        Span<int> starts, int length, ReadOnlySpan<int> next, scoped ref int[] ends, int[] stops, int gap, long longest)
    {
        ParagraphCursor paragraphs = new(segment);
        int[] longer = new int[starts.Length];
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
            if (next[n] - end > gap || ends[n] - start > longest)
                continue;
            while (s < stops.Length && stops[s] < end)
                s++;
            paragraphs.MoveTo(start);
            bool inSentence = s == stops.Length || next[n] <= stops[s];
            bool inParagraph = (uint)next[n] < paragraphs.End;
            if (!inSentence || !inParagraph)
                continue;
            longer[kept] = ends[n];
            starts[kept++] = start;
        }

        ends = longer;
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
