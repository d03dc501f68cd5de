using SearchEngine.Index.Search;

namespace SearchEngine.Search.Passages;

/// <summary>
/// Cuts a paragraph into pieces around its hits: whole sentences where they fit, whole clauses where they do not.
/// </summary>
internal sealed class PassageCutter(int length)
{
    private const string SentenceEnds = "。！？；!?;\n";
    private const string ClauseEnds = "，,、：:";

    /// <summary>
    /// The pieces that hold all ranges, in order and without overlap. A piece is a half-open range of the text, at
    /// most as long as permitted, with the ranges inside it in the text's own positions.
    /// </summary>
    /// <param name="text">The paragraph.</param>
    /// <param name="ranges">Ascending, not overlapping.</param>
    public IReadOnlyList<(TextRange Piece, IReadOnlyList<TextRange> Ranges)> Cut(
        string text, IReadOnlyList<TextRange> ranges)
    {
        List<(TextRange, IReadOnlyList<TextRange>)> pieces = [];
        int floor = 0;
        for (int next = 0; next < ranges.Count;)
        {
            TextRange piece = Around(text, ranges, next, floor);
            List<TextRange> inside = [];
            for (; next < ranges.Count && ranges[next].Start < piece.End; next++)
            {
                // A range longer than a piece is shown as far as the piece goes.
                if (ranges[next].End > piece.End && inside.Count > 0)
                    break;
                int from = Math.Max(ranges[next].Start, piece.Start);
                inside.Add(new TextRange(from, Math.Min(ranges[next].End, piece.End)));
            }

            pieces.Add((piece, inside));
            floor = piece.End;
        }

        return pieces;
    }

    private TextRange Around(string text, IReadOnlyList<TextRange> ranges, int first, int floor)
    {
        int from = Math.Max(ranges[first].Start, floor);
        int to = Math.Min(ranges[first].End, from + length);
        int end = EndOf(text, to, SentenceEnds);
        int start = Math.Max(floor, StartOf(text, from, SentenceEnds));
        if (end - start > length)
            (start, end) = Shorten(text, from, to, start, end);
        // Further hits of the same piece come along as long as whole sentences fit.
        for (int i = first + 1; i < ranges.Count; i++)
        {
            int further = EndOf(text, ranges[i].End, SentenceEnds);
            if (further - start > length)
                break;
            end = Math.Max(end, further);
        }

        return OnWholeCharacters(text, start, end);
    }

    private (int Start, int End) Shorten(string text, int from, int to, int start, int end)
    {
        int spare = length - (to - from);
        int left = Math.Max(start, from - (spare / 2));
        int right = Math.Min(end, left + length);
        left = Math.Max(start, Math.Min(left, right - length));
        int clauseStart = left == start ? start : NextStart(text, left, from);
        int clauseEnd = right == end ? end : LastEnd(text, to, right);
        return (clauseStart, clauseEnd);
    }

    private static int StartOf(string text, int at, string ends)
    {
        while (at > 0 && !ends.Contains(text[at - 1], StringComparison.Ordinal))
            at--;
        return at;
    }

    private static int EndOf(string text, int at, string ends)
    {
        // A range may end on the sentence's own mark.
        if (at > 0 && ends.Contains(text[at - 1], StringComparison.Ordinal))
            return at;
        while (at < text.Length && !ends.Contains(text[at], StringComparison.Ordinal))
            at++;
        return Math.Min(text.Length, at + 1);
    }

    /// <summary>The first beginning of a clause between two positions; the first position when there is none.</summary>
    private static int NextStart(string text, int from, int to)
    {
        for (int at = from; at < to; at++)
            if (ClauseEnds.Contains(text[at], StringComparison.Ordinal))
                return at + 1;
        return from;
    }

    /// <summary>The last end of a clause between two positions; the second position when there is none.</summary>
    private static int LastEnd(string text, int from, int to)
    {
        for (int at = to; at > from; at--)
            if (ClauseEnds.Contains(text[at - 1], StringComparison.Ordinal))
                return at;
        return to;
    }

    private static TextRange OnWholeCharacters(string text, int start, int end)
    {
        if (start > 0 && start < text.Length && char.IsLowSurrogate(text[start]))
            start++;
        if (end < text.Length && end > start + 1 && char.IsLowSurrogate(text[end]))
            end--;
        return new TextRange(start, end);
    }
}
