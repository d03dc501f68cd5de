using System.Buffers;
using SearchEngine.Index.Analysis;
using SearchEngine.Index.Codec;
using SearchEngine.Index.Highlight;
using SearchEngine.Index.Indexing;
using SearchEngine.Index.Query;
using SearchEngine.Index.Reading;

namespace SearchEngine.Index.Search;

/// <summary>Evaluates the leaves of a plan on one segment.</summary>
internal sealed class LeafEvaluator : IDisposable
{
    private readonly SnapshotSegment _segment;
    private readonly QueryPlan _plan;
    private readonly RunExpansions _runs;
    private readonly BudgetMeter _budget;
    private readonly PhraseEvaluator _phrases;
    private readonly IAnalyzer _analyzer;
    private PositionMatcher? _positions;
    private DocumentMatcher? _matcher;

    public LeafEvaluator(
        SnapshotSegment segment, QueryPlan plan, RunExpansions runs, (PlanTerms, int) terms, IAnalyzer analyzer, BudgetMeter budget)
    {
        (_segment, _plan, _runs, _analyzer, _budget) = (segment, plan, runs, analyzer, budget);
        _phrases = new PhraseEvaluator(segment.Reader, runs, budget) { Known = terms };
    }

    private PositionMatcher Positions => _positions ??= new PositionMatcher(_segment.Reader, _phrases, _budget);

    private DocumentMatcher Matcher => _matcher ??= new DocumentMatcher(_analyzer, _plan.Wide);

    /// <summary>About how many occurrences must be read; only to compare leaves.</summary>
    public long CostOf(Leaf leaf) => leaf is PatternLeaf { Pattern: { IsLiteral: true } pattern } && !_plan.Wide
        ? pattern.Elements.Count > 1
            ? _phrases.TermsOf(pattern).Rarest
            : _segment.Reader.Positions
        : long.MaxValue;

    /// <summary>
    /// Matches of a leaf; incomplete when the budget is spent meanwhile. Of documents outside the set, if one is given,
    /// any may be missing; leaves whose own documents count for the score are evaluated whole.
    /// </summary>
    public LeafMatches Evaluate(Leaf leaf, DocumentSet? within)
    {
        using DocumentWindow? window = TermFrequencies.IsTermwise(leaf, _plan.Wide)
            ? DocumentWindow.Of(within, _segment.Reader)
            : null;
        return leaf switch
        {
            PatternLeaf { Pattern: { IsLiteral: true } pattern } => FromLists(pattern, window)
                ?? FromPositions(_phrases.Evaluate(pattern, _plan.Wide, window), pattern.Zone, window is not null && pattern.Elements.Count > 1),
            PatternLeaf gapped when !_plan.Wide && PositionMatcher.CanMatch(gapped.Pattern) =>
                FromPositions(Positions.Apart(gapped.Pattern), gapped.Pattern.Zone),
            NearLeaf near when !_plan.Wide && near.Left.Concat(near.Right).All(pattern => pattern.IsLiteral) =>
                FromPositions(Positions.Near(near), zone: null),
            PatternLeaf gapped => FromText(gapped, Candidates(gapped.Pattern)),
            NearLeaf near => FromText(near, Candidates(near.Left).And(Candidates(near.Right))),
            _ => throw new InvalidOperationException($"Unknown leaf {leaf.GetType().Name}."),
        };
    }

    /// <summary>Documents of the terms that a leaf's score is made of, in this segment.</summary>
    public TermFrequencies FrequenciesOf(Leaf leaf, LeafMatches matches) =>
        TermFrequencies.Of(leaf, _plan.Wide, _segment, _phrases, matches);

    public void Dispose() => _phrases.Dispose();

    /// <summary>The entry of a pattern that is one term with a list of places; null for all others.</summary>
    public TermEntry? PlacesOf(Pattern pattern)
    {
        IReadOnlyList<PatternElement> elements = pattern.Elements;
        if (elements is [{ Kind: ElementKind.Character } alone])
            return _phrases.CharacterEntry(alone.CodePoint);
        if (elements is [{ Kind: ElementKind.Run } run])
            return _phrases.RunEntry(_runs[run][0]) is { PlacesLength: > 0 } entry ? entry : null;
        if (_plan.Wide || elements.Count != 2 || elements.Any(PhraseEvaluator.IsRun)
            || elements[0].Kind == ElementKind.Boundary || elements[1].Kind == ElementKind.Boundary)
            return null;
        return _phrases.TermsOf(pattern).Pairs[0] is { PlacesLength: > 0 } pair ? pair : null;
    }

    /// <summary>A pattern that is one term: by its list of places, if it has one. Null for all others.</summary>
    private LeafMatches? FromLists(Pattern pattern, DocumentWindow? window)
    {
        if (PlacesOf(pattern) is { } entry)
            return FromPlaces(entry, pattern.Zone, window);
        return pattern.Elements is [{ Kind: ElementKind.Character } alone]
            ? FromPositions(_phrases.Union(_phrases.PairsFrom(alone.CodePoint)), pattern.Zone)
            : null;
    }

    private LeafMatches FromPlaces(in TermEntry entry, Zone? zone, DocumentWindow? window)
    {
        PlaceList list = _segment.Reader.PlacesOf(entry);
        LeafMatches matches = new(_segment.Reader.Places) { IsWithin = window is not null };
        if (!_budget.Spend(list.Length))
            return matches;
        matches.Reserve(list.Length, out Span<int> stretches, out Span<int> counts);
        if (window is null)
        {
            list.Decode(stretches, counts);
            matches.Keep(zone is null ? list.Length : KeepZone(zone.Value, stretches[..list.Length], counts));
            return matches;
        }

        int[] owners = ArrayPool<int>.Shared.Rent(list.Length);
        int length = list.DecodeWithin(window.Stretches, stretches, counts, owners);
        if (zone is null)
            matches.Keep(owners.AsSpan(0, length), window.Documents, _segment.Live.Documents);
        else
            matches.Keep(KeepZone(zone.Value, stretches[..length], counts));
        ArrayPool<int>.Shared.Return(owners);
        return matches;
    }

    private int KeepZone(Zone zone, Span<int> stretches, Span<int> counts)
    {
        ReadOnlySpan<byte> places = _segment.Reader.Places.Places;
        int kept = 0;
        for (int i = 0; i < stretches.Length; i++)
        {
            (stretches[kept], counts[kept]) = (stretches[i], counts[i]);
            kept += IsIn(zone, places[stretches[i]]) ? 1 : 0;
        }

        return kept;
    }

    private LeafMatches FromPositions(ReadOnlySpan<int> positions, Zone? zone, bool areWithin = false)
    {
        if (positions.IsEmpty)
            return LeafMatches.None;
        PlaceTable places = _segment.Reader.Places;
        LeafMatches matches = new(places) { IsWithin = areWithin };
        matches.Reserve(positions.Length, out Span<int> stretches, out Span<int> counts);
        int length = places.CountByStretch(positions, stretches, counts);
        matches.Keep(zone is null ? length : KeepZone(zone.Value, stretches[..length], counts));
        return matches;
    }

    /// <summary>Reads the candidates' text: positions alone do not say what stands between two words.</summary>
    private LeafMatches FromText(Leaf leaf, BitSet candidates)
    {
        PlaceTable places = _segment.Reader.Places;
        LeafMatches matches = new(places);
        ParagraphTable table = new();
        for (int document = candidates.Next(0); document >= 0; document = candidates.Next(document + 1))
        {
            if (!_budget.SpendDocument())
                break;
            Paragraph[] paragraphs = _segment.Reader.ParagraphsOf(document);
            _segment.Reader.ReadParagraphs(document, table);
            foreach (Occurrence occurrence in Matcher.Find(leaf, paragraphs))
                matches.Add(places.Find((int)table.Positions[occurrence.Paragraph]), 1);
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
        foreach ((_, Pattern literal) in PatternPart.Of(pattern).SelectMany(part => part.Literals))
        {
            using LeafMatches matches = FromPositions(_phrases.Evaluate(literal, _plan.Wide), pattern.Zone);
            all.And(matches.ToBits(documents, RoleMask.All));
        }

        return all;
    }

    private static bool IsIn(Zone zone, byte place) => (zone == Zone.Title) == (place == RoleMask.Title);
}
