namespace SearchEngine.Search.Language;

/// <summary>Lists of expressions that must all hold.</summary>
internal static class Conjunction
{
    /// <summary>The same list with nested lists laid flat and the conditions on one field made alternatives.</summary>
    public static IReadOnlyList<QueryExpression> Of(IReadOnlyList<QueryExpression> parts)
    {
        List<QueryExpression> merged = [];
        foreach (QueryExpression part in parts.SelectMany(part => part is AllOfExpression all ? all.Parts : [part]))
        {
            int at = part is ConditionExpression { Condition.Field: var field }
                ? merged.FindIndex(held => held is ConditionExpression { Condition.Field: var other } && other == field)
                : -1;
            if (at < 0)
                merged.Add(part);
            else
                merged[at] = new ConditionExpression(
                    ((ConditionExpression)merged[at]).Condition.Or(((ConditionExpression)part).Condition));
        }

        return merged;
    }

    /// <summary>One expression that says the same as a list of one or more.</summary>
    public static QueryExpression AsOne(IReadOnlyList<QueryExpression> parts) =>
        parts.Count == 1 ? parts[0] : new AllOfExpression(parts);
}
