namespace SearchEngine.Search.Language;

/// <summary>The texts that an expression looks for.</summary>
internal static class QueryTexts
{
    /// <summary>Phrases and patterns that are wanted, not excluded, in the order of the query.</summary>
    public static string Joined(QueryExpression expression) => string.Join(' ', Positive(expression));

    /// <summary>The same, each by itself.</summary>
    public static IEnumerable<string> Positive(QueryExpression expression) => expression switch
    {
        PhraseExpression phrase => [phrase.Text],
        WildcardExpression wildcard => [wildcard.Pattern],
        AllOfExpression all => all.Parts.SelectMany(Positive),
        AnyOfExpression any => any.Parts.SelectMany(Positive),
        NearExpression near => Positive(near.Left).Concat(Positive(near.Right)),
        _ => [],
    };
}
