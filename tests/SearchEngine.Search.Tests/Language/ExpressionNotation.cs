using SearchEngine.Index.Indexing;
using SearchEngine.Index.Query;
using SearchEngine.Search.Language;

namespace SearchEngine.Search.Tests.Language;

/// <summary>Writes a parsed query in a short notation that tables of tests can state.</summary>
internal static class ExpressionNotation
{
    public static string Of(ParsedQuery parsed)
    {
        List<string> parts = [];
        if (parsed.Expression is { } expression)
            parts.Add(Of(expression));
        parts.AddRange(parsed.Conditions.Select(condition => $"[{Of(condition)}]"));
        parts.AddRange(parsed.Exclusions.Select(condition => $"![{Of(condition)}]"));
        if (parsed.Blocks.Count > 0)
            parts.Add($"<{string.Join(',', parsed.Blocks)}>");
        if (parsed.ExcludedBlocks.Count > 0)
            parts.Add($"!<{string.Join(',', parsed.ExcludedBlocks)}>");
        return string.Join(' ', parts);
    }

    private static string Of(QueryExpression expression) => expression switch
    {
        PhraseExpression phrase => Of(phrase.Zone) + phrase.Text + (phrase.Slop > 0 ? $"~{phrase.Slop}" : ""),
        WildcardExpression wildcard => $"{Of(wildcard.Zone)}w'{wildcard.Pattern}'",
        AllOfExpression all => $"({string.Join(" & ", all.Parts.Select(Of))})",
        AnyOfExpression any => $"({string.Join(" | ", any.Parts.Select(Of))})",
        NotExpression not => $"!{Of(not.Part)}",
        NearExpression near => $"({Of(near.Left)} {Of(near.Nearness)} {Of(near.Right)})",
        ConditionExpression condition => $"[{Of(condition.Condition)}]",
        _ => "?",
    };

    private static string Of(Nearness nearness) => (nearness.Ordered ? ">" : "") + nearness.Scope switch
    {
        NearScope.Sentence => "sentence",
        NearScope.Paragraph => "paragraph",
        NearScope.Section => "section",
        _ => $"~{nearness.Distance}",
    };

    private static string Of(Zone? zone) => zone switch
    {
        Zone.Title => "T:",
        Zone.Body => "B:",
        _ => "",
    };

    private static string Of(FieldCondition condition) => string.Join('|', condition.Alternatives.Select(Of));

    private static string Of(Filter filter) => filter switch
    {
        AnyOfFilter any => $"{any.Field}={string.Join(',', any.Values)}{(any.OrMissing ? ",-" : "")}",
        RangeFilter range => $"{range.Field}={range.From}..{range.To}",
        MissingFilter missing => $"{missing.Field}=-",
        _ => "?",
    };
}
