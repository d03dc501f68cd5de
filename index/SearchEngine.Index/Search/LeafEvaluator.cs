using SearchEngine.Index.Analysis;
using SearchEngine.Index.Highlight;
using SearchEngine.Index.Indexing;
using SearchEngine.Index.Query;
using SearchEngine.Index.Reading;

namespace SearchEngine.Index.Search;

/// <summary>Evaluates the leaves of a plan on one segment.</summary>
internal sealed class LeafEvaluator
{
    private readonly SnapshotSegment _segment;
    private readonly QueryPlan _plan;
    private readonly BudgetMeter _budget;
    private readonly PhraseEvaluator _phrases;
    private readonly PositionMatcher _positions;
    private readonly DocumentMatcher _matcher;

    public LeafEvaluator(
        SnapshotSegment segment, QueryPlan plan, RunExpansions runs, IAnalyzer analyzer, BudgetMeter budget)
    {
        (_segment, _plan, _budget) = (segment, plan, budget);
        _phrases = new PhraseEvaluator(segment.Reader, runs, budget);
        _positions = new PositionMatcher(segment.Reader, _phrases, budget);
        _matcher = new DocumentMatcher(analyzer, plan.Wide);
    }

    /// <summary>Matches of a leaf; incomplete when the budget is spent meanwhile.</summary>
    public LeafMatches Evaluate(Leaf leaf) => leaf switch
    {
        PatternLeaf { Pattern.Elements: [{ Kind: ElementKind.Character } alone] } character =>
            FromCounts(_phrases.CountCharacter(alone.CodePoint), character.Pattern.Zone),
        PatternLeaf { Pattern.IsLiteral: true } phrase =>
            FromPositions(_phrases.Evaluate(phrase.Pattern, _plan.Wide), phrase.Pattern.Zone),
        PatternLeaf gapped when !_plan.Wide && PositionMatcher.CanMatch(gapped.Pattern) =>
            FromPositions(_positions.Gapped(gapped.Pattern), gapped.Pattern.Zone),
        NearLeaf near when !_plan.Wide && near.Left.Concat(near.Right).All(pattern => pattern.IsLiteral) =>
            FromPositions(_positions.Near(near), zone: null),
        PatternLeaf gapped => FromText(gapped, Candidates(gapped.Pattern)),
        NearLeaf near => FromText(near, Candidates(near.Left).And(Candidates(near.Right))),
        _ => throw new InvalidOperationException($"Unknown leaf {leaf.GetType().Name}."),
    };

    private LeafMatches FromCounts(int[] counts, Zone? zone)
    {
        LeafMatches matches = new();
        PlaceTable places = _segment.Reader.Places;
        for (int stretch = 0; stretch < counts.Length; stretch++)
        {
            if (counts[stretch] > 0 && _segment.Live[places.DocumentOf(stretch)] && IsIn(zone, places.PlaceOf(stretch)))
                matches.Add(places.DocumentOf(stretch), places.PlaceOf(stretch), counts[stretch]);
        }

        return matches;
    }

    private LeafMatches FromPositions(ReadOnlySpan<int> positions, Zone? zone)
    {
        LeafMatches matches = new();
        if (positions.Length == 0)
            return matches;
        PlaceTable places = _segment.Reader.Places;
        int stretch = 0;
        for (int i = 0; i < positions.Length;)
        {
            stretch = places.Find(positions[i], stretch);
            int end = places.EndOf(stretch);
            int first = i;
            while (++i < positions.Length && positions[i] < end)
            {
            }

            byte place = places.PlaceOf(stretch);
            if (_segment.Live[places.DocumentOf(stretch)] && IsIn(zone, place))
                matches.Add(places.DocumentOf(stretch), place, i - first);
        }

        return matches;
    }

    /// <summary>Reads the candidates' text: positions alone do not say what stands between two words.</summary>
    private LeafMatches FromText(Leaf leaf, BitSet candidates)
    {
        LeafMatches matches = new();
        for (int document = candidates.Next(0); document >= 0; document = candidates.Next(document + 1))
        {
            if (!_budget.SpendDocument())
                break;
            Paragraph[] paragraphs = _segment.Reader.ParagraphsOf(document);
            foreach (Occurrence occurrence in _matcher.Find(leaf, paragraphs))
            {
                Paragraph paragraph = paragraphs[occurrence.Paragraph];
                matches.Add(document, paragraph.Zone == Zone.Title ? RoleMask.Title : paragraph.Role, 1);
            }
        }

        return matches;
    }

    private BitSet Candidates(IReadOnlyList<Pattern> patterns)
    {
        BitSet any = new(_segment.Live.Documents);
        foreach (Pattern pattern in patterns)
            any.Or(Candidates(pattern));
        return any;
    }

    private BitSet Candidates(Pattern pattern)
    {
        int documents = _segment.Live.Documents;
        if (pattern.Elements.Count == 0)
            return new BitSet(documents);
        BitSet all = new(_segment.Live.Words, documents);
        foreach (Pattern part in pattern.LiteralParts())
            all.And(FromPositions(_phrases.Evaluate(part, _plan.Wide), part.Zone).ToBits(documents, RoleMask.All));
        return all;
    }

    private static bool IsIn(Zone? zone, byte place) => zone is null || (zone == Zone.Title) == (place == RoleMask.Title);
}
