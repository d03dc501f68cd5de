using SearchEngine.Index.Codec;
using SearchEngine.Index.Query;
using SearchEngine.Index.Reading;

namespace SearchEngine.Index.Search;

/// <summary>Start positions of parts of patterns in one segment, for the default mode.</summary>
internal sealed class PartEvaluator(SegmentReader segment, PhraseEvaluator phrases)
{
    /// <summary>
    /// Ascending, distinct start positions of a part that can be placed, deleted documents included. Any when the
    /// budget is spent: the caller drops them then.
    /// </summary>
    public Span<int> Evaluate(PatternPart part)
    {
        (int first, Pattern literal) = part.Literals[0];
        Span<int> starts = phrases.Evaluate(literal, wide: false);
        starts = starts[..PhraseEvaluator.Shift(starts, first)];
        foreach ((int offset, Pattern next) in part.Literals.Skip(1))
        {
            if (starts.IsEmpty)
                return starts;
            starts = starts[..PhraseEvaluator.Intersect(starts, phrases.Evaluate(next, wide: false), offset)];
        }

        foreach (BoundaryTest test in part.Tests)
            starts = starts[..Without(starts, test)];
        return starts;
    }

    /// <summary>Leaves those starts at the front by which no boundary stands; returns their number.</summary>
    private int Without(Span<int> starts, in BoundaryTest test)
    {
        int kept = test.IsBeforePair ? WithoutEnds(starts, test.Offset) : starts.Length;
        PairCursor cursor = segment.Pairs();
        if (kept == 0 || !cursor.Find(PairKey.Of(test.First, test.Second)))
            return kept;
        int[] refused = starts[..kept].ToArray();
        int count = phrases.Intersect(cursor.Entry, refused, test.Offset);
        return Except(starts[..kept], refused.AsSpan(0, count));
    }

    /// <summary>Leaves out those starts from which the unit at an offset is the end of a paragraph, or of a document
    /// without any.</summary>
    private int WithoutEnds(Span<int> starts, int offset)
    {
        ParagraphCursor paragraphs = new(segment);
        int kept = 0;
        foreach (int start in starts)
        {
            // What stands behind the unit is known to be in a paragraph.
            int behind = start + offset + 1;
            paragraphs.MoveTo(behind);
            if (paragraphs.Start != (uint)behind)
                starts[kept++] = start;
        }

        return kept;
    }

    /// <summary>Leaves those at the front that are not among some of them, both ascending; returns their number.</summary>
    private static int Except(Span<int> starts, ReadOnlySpan<int> some)
    {
        int kept = 0;
        int next = 0;
        foreach (int start in starts)
        {
            if (next < some.Length && some[next] == start)
                next++;
            else
                starts[kept++] = start;
        }

        return kept;
    }
}
