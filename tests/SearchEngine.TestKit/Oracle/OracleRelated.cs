using System.Text;
using SearchEngine.Index.Analysis;
using SearchEngine.Index.Query;

namespace SearchEngine.TestKit.Oracle;

/// <summary>The terms of a related query as its description says them.</summary>
public sealed class OracleRelated
{
    private const int MostTerms = 64;
    private const double PartOfWord = 0.7;

    private readonly Dictionary<OracleTerm, double> _weights = [];

    public OracleRelated(IAnalyzer analyzer, RelatedQuery query)
    {
        UnitBuffer buffer = new();
        analyzer.Analyze(query.Text, buffer);
        Unit[] units = buffer.Units.ToArray();
        string?[] tokens = [.. units.Select(unit => TokenOf(buffer, unit))];
        double[] weights = [.. units.Select(unit => WordsAt(query, unit).Select(word => word.Weight).DefaultIfEmpty(1).Single())];
        for (int i = 0; i < units.Length && _weights.Keys.Count(term => term.IsPair) < MostTerms
            && _weights.Keys.Count(term => !term.IsPair) < MostTerms; i++)
        {
            if (tokens[i] is not { } token)
                continue;
            bool isWhole = WordsAt(query, units[i]).Any(word => (word.Start, word.End) == (units[i].Start, units[i].End));
            Add(new OracleTerm(token, null), isWhole ? weights[i] : PartOfWord * weights[i]);
            if (i > 0 && tokens[i - 1] is { } before && !units[i].IsRun && !units[i - 1].IsRun)
                Add(new OracleTerm(before, token), Math.Min(weights[i - 1], weights[i]));
        }

        bool hasPairs = _weights.Keys.Any(term => term.IsPair);
        Required = [.. _weights.Keys.Where(term => term.IsPair == hasPairs)];
        Least = (int)Math.Max(1, Math.Ceiling(Required.Count * query.Share));
    }

    /// <summary>Every distinct term and what its places in the text weigh together.</summary>
    public IReadOnlyDictionary<OracleTerm, double> Weights => _weights;

    /// <summary>The terms by which documents are found: pairs, or characters and runs where there are none.</summary>
    public IReadOnlyList<OracleTerm> Required { get; }

    /// <summary>How many of <see cref="Required"/> a document must hold; more than there are when there are
    /// none.</summary>
    public int Least { get; }

    private void Add(OracleTerm term, double weight) => _weights[term] = _weights.GetValueOrDefault(term) + weight;

    private static IEnumerable<RelatedWord> WordsAt(RelatedQuery query, Unit unit) =>
        query.Words.Where(word => word.Start <= unit.Start && unit.Start < word.End);

    private static string? TokenOf(UnitBuffer buffer, Unit unit) => unit.Kind switch
    {
        UnitKind.Letters or UnitKind.Digits => buffer.RunText(unit).ToString(),
        UnitKind.Character when Rune.IsValid(unit.Value) && Rune.IsLetterOrDigit(new Rune(unit.Value)) =>
            char.ConvertFromUtf32(unit.Value),
        _ => null,
    };
}
