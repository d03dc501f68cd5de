using SearchEngine.Index.Analysis;

namespace SearchEngine.Index.Query;

/// <summary>The two grain sizes of a related query: pairs of neighbouring characters, and characters and runs
/// alone.</summary>
internal sealed class RelatedTerms
{
    /// <summary>
    /// Weight of a character that is no word by itself, beside that of a pair: the pairs that it stands in have been
    /// scored already. From 0.5 to 0.7 no difference could be told.
    /// </summary>
    private const double PartOfWord = 0.7;

    private readonly List<RelatedTerm> _pairs = [];
    private readonly List<RelatedTerm> _singles = [];
    private readonly Dictionary<(PatternElement, PatternElement?), int> _places = [];

    private RelatedTerms()
    {
    }

    /// <summary>
    /// The distinct terms of a query in order, of each grain at most <see cref="IndexLimits.RelatedBigrams"/>. A pair
    /// weighs what the lighter word does that it touches. The terms are the same whatever the words.
    /// </summary>
    public static (IReadOnlyList<RelatedTerm> Pairs, IReadOnlyList<RelatedTerm> Singles) Of(
        RelatedQuery query, IAnalyzer analyzer)
    {
        UnitBuffer buffer = new();
        analyzer.Analyze(query.Text, buffer);
        RelatedTerms terms = new();
        PatternElement? before = null;
        double weightBefore = 0;
        int next = 0;
        foreach (Unit unit in buffer.Units)
        {
            if (terms._pairs.Count == IndexLimits.RelatedBigrams || terms._singles.Count == IndexLimits.RelatedBigrams)
                break;
            RelatedWord? word = WordOf(unit, query.Words, ref next);
            double weight = word?.Weight ?? 1;
            bool isTerm = unit.IsRun || (unit.Kind == UnitKind.Character && IsLetter(unit.Value));
            PatternElement? element = isTerm ? PatternElement.Of(buffer, unit) : null;
            if (element is not null)
                terms.Add(terms._singles, element, null, IsWord(unit, word) ? weight : PartOfWord * weight);
            if (element is { Kind: ElementKind.Character } && before is { Kind: ElementKind.Character })
                terms.Add(terms._pairs, before, element, Math.Min(weightBefore, weight));
            (before, weightBefore) = (element, weight);
        }

        return (terms._pairs, terms._singles);
    }

    /// <summary>The word that a unit begins in; units come in ascending order.</summary>
    private static RelatedWord? WordOf(in Unit unit, IReadOnlyList<RelatedWord> words, ref int next)
    {
        while (next < words.Count && words[next].End <= unit.Start)
            next++;
        return next < words.Count && words[next].Start <= unit.Start ? words[next] : null;
    }

    private static bool IsWord(in Unit unit, RelatedWord? word) =>
        word is { } whole && whole.Start == unit.Start && whole.End == unit.End;

    private void Add(List<RelatedTerm> terms, PatternElement first, PatternElement? second, double weight)
    {
        if (_places.TryGetValue((first, second), out int place))
        {
            terms[place] = terms[place] with { Weight = terms[place].Weight + weight };
            return;
        }

        _places.Add((first, second), terms.Count);
        terms.Add(second is null
            ? new RelatedTerm([first], Grain.Single, weight)
            : new RelatedTerm([first, second], Grain.Pair, weight));
    }

    /// <summary>Signs say nothing of a text's matter.</summary>
    private static bool IsLetter(int codePoint) =>
        System.Text.Rune.TryCreate(codePoint, out System.Text.Rune rune) && System.Text.Rune.IsLetterOrDigit(rune);
}
