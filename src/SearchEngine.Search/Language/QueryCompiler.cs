using SearchEngine.Index.Query;

namespace SearchEngine.Search.Language;

/// <summary>Puts an expression into the engine's terms. Recursion is bounded by the depth the parser allows.</summary>
public static class QueryCompiler
{
    /// <summary>The engine's query for a query as read; every document when it holds conditions only.</summary>
    /// <param name="parsed">The query as read.</param>
    /// <param name="wide">True when the search ignores 、 and round brackets.</param>
    public static Query Compile(ParsedQuery parsed, bool wide)
    {
        if (parsed.IsUnreadable)
            return NothingQuery;
        List<Query> clauses = [];
        if (parsed.Expression is { } expression)
            clauses.Add(Compile(expression, wide));
        clauses.AddRange(ConditionClauses(parsed));
        return clauses.Count switch
        {
            0 => new AllQuery(),
            1 when clauses[0] is not NotQuery => clauses[0],
            1 => new AndQuery([new AllQuery(), clauses[0]]),
            _ => new AndQuery(clauses),
        };
    }

    /// <summary>
    /// The conditions of the whole query that the engine can take as filters, so that facets see past their own.
    /// </summary>
    public static IEnumerable<Filter> Filters(ParsedQuery parsed) =>
    [
        .. parsed.Conditions.Select(AsFilter).OfType<Filter>(),
        .. parsed.Exclusions.Select(AsExclusion).OfType<Filter>(),
    ];

    /// <summary>
    /// The conditions of the whole query that are no filters: several ranges, or two fields as alternatives.
    /// </summary>
    public static IReadOnlyList<Query> ConditionClauses(ParsedQuery parsed) =>
    [
        .. parsed.Conditions.Where(condition => AsFilter(condition) is null).Select(Compile),
        .. parsed.Exclusions.Where(condition => AsExclusion(condition) is null)
            .Select(condition => new NotQuery(Compile(condition))),
    ];

    // A phrase without a unit: the engine's own way to match nothing.
    private static PhraseQuery NothingQuery { get; } = new("");

    private static Query Compile(QueryExpression expression, bool wide) => expression switch
    {
        PhraseExpression phrase => CompilePhrase(phrase, wide),
        WildcardExpression wildcard => new WildcardQuery(wildcard.Pattern, wildcard.Zone),
        AllOfExpression all => new AndQuery([.. all.Parts.Select(part => Compile(part, wide))]),
        AnyOfExpression any => new OrQuery([.. any.Parts.Select(part => Compile(part, wide))]),
        NotExpression not => new NotQuery(Compile(not.Part, wide)),
        NearExpression near => new NearQuery(
            Compile(near.Left, wide),
            Compile(near.Right, wide),
            near.Nearness.Scope,
            near.Nearness.Distance,
            near.Nearness.Ordered),
        ConditionExpression condition => Compile(condition.Condition),
        _ => throw new ArgumentException($"{expression.GetType().Name} has no counterpart.", nameof(expression)),
    };

    private static Query CompilePhrase(PhraseExpression phrase, bool wide) =>
        phrase.Slop == 0 && DocumentNumber.TryRead(phrase.Text, out DocumentNumber number)
            ? new OrQuery([.. number.Spellings(wide).Select(spelling => new PhraseQuery(spelling, phrase.Zone))])
            : new PhraseQuery(phrase.Text, phrase.Zone, phrase.Slop);

    private static Query Compile(FieldCondition condition) => condition.Alternatives.Count == 1
        ? new FilterQuery(condition.Alternatives[0])
        : new OrQuery([.. condition.Alternatives.Select(alternative => new FilterQuery(alternative))]);

    private static Filter? AsFilter(FieldCondition condition) =>
        condition.Alternatives.Count == 1 ? condition.Alternatives[0] : null;

    private static Filter? AsExclusion(FieldCondition condition) => AsFilter(condition) switch
    {
        AnyOfFilter any => new NoneOfFilter(any.Field, any.Values, any.OrMissing),
        MissingFilter missing => new NoneOfFilter(missing.Field, [], AndPresent: true),
        _ => null,
    };
}
