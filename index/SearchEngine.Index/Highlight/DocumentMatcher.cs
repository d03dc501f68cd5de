using SearchEngine.Index.Analysis;
using SearchEngine.Index.Indexing;
using SearchEngine.Index.Query;

namespace SearchEngine.Index.Highlight;

/// <summary>
/// Finds the leaves of a plan in paragraphs of text. What the index cannot say from positions alone (gaps, nearness),
/// and what a reader sees marked, both come from here.
/// </summary>
internal sealed class DocumentMatcher(IAnalyzer analyzer, bool wide)
{
    private readonly ParagraphUnits _units = new(analyzer, wide);

    /// <summary>Occurrences of one leaf in all paragraphs, in order of paragraph and start.</summary>
    public IReadOnlyList<Occurrence> Find(Leaf leaf, IReadOnlyList<Paragraph> paragraphs) => leaf switch
    {
        PatternLeaf { Pattern: { IsOfOneLength: true } pattern } => FindOfOneLength(pattern, paragraphs),
        PatternLeaf { Pattern: var pattern } => Find([pattern], paragraphs),
        NearLeaf near => Nearness.Select(
            near, Find(near.Left, paragraphs), Find(near.Right, paragraphs), paragraphs),
        _ => throw new InvalidOperationException($"Unknown leaf {leaf.GetType().Name}."),
    };

    /// <summary>How often a pattern of one length stands in a text.</summary>
    public int Count(Pattern pattern, ReadOnlySpan<char> text)
    {
        _units.Load(text);
        int count = 0;
        for (int start = PatternMatcher.Next(pattern, _units, 0); start >= 0;
            start = PatternMatcher.Next(pattern, _units, start + 1))
            count++;
        return count;
    }

    private List<Occurrence> FindOfOneLength(Pattern pattern, IReadOnlyList<Paragraph> paragraphs)
    {
        List<Occurrence> found = [];
        for (int p = 0; p < paragraphs.Count; p++)
        {
            if (pattern.Zone is { } zone && zone != paragraphs[p].Zone)
                continue;
            _units.Load(paragraphs[p].Text);
            for (int start = PatternMatcher.Next(pattern, _units, 0), counted = 0, sentence = 0; start >= 0;
                start = PatternMatcher.Next(pattern, _units, start + 1))
            {
                for (; counted < start; counted++)
                    sentence += _units[counted].Kind == UnitKind.SentenceEnd ? 1 : 0;
                int end = start + pattern.Elements.Count;
                found.Add(new Occurrence(p, start, end, _units[start].Start, _units[end - 1].End, sentence));
            }
        }

        return found;
    }

    private List<Occurrence> Find(IReadOnlyList<Pattern> patterns, IReadOnlyList<Paragraph> paragraphs)
    {
        List<Occurrence> found = [];
        for (int p = 0; p < paragraphs.Count; p++)
        {
            Paragraph paragraph = paragraphs[p];
            if (patterns.All(pattern => pattern.Zone is { } zone && zone != paragraph.Zone))
                continue;
            _units.Load(paragraph.Text);
            int sentence = 0;
            for (int start = 0; start < _units.Count; start++)
            {
                foreach (Pattern pattern in patterns)
                {
                    if (pattern.Zone is { } zone && zone != paragraph.Zone)
                        continue;
                    int end = PatternMatcher.MatchAt(pattern, _units, start);
                    if (end < 0)
                        continue;
                    found.Add(new Occurrence(p, start, end, _units[start].Start, _units[end - 1].End, sentence));
                }

                sentence += _units[start].Kind == UnitKind.SentenceEnd ? 1 : 0;
            }
        }

        return found;
    }
}
