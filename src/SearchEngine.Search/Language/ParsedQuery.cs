using SearchEngine.Reports.Model;
using SearchEngine.Search.Answers;

namespace SearchEngine.Search.Language;

/// <summary>A query as it was read.</summary>
public sealed record ParsedQuery
{
    /// <summary>As typed, cut to the permitted length.</summary>
    public required string Text { get; init; }

    /// <summary>What is searched for; null when the query holds conditions only, or nothing.</summary>
    public QueryExpression? Expression { get; init; }

    /// <summary>Conditions on the whole query, one for each field.</summary>
    public IReadOnlyList<FieldCondition> Conditions { get; init; } = [];

    /// <summary>Conditions that must not hold.</summary>
    public IReadOnlyList<FieldCondition> Exclusions { get; init; } = [];

    /// <summary>Blocks to which occurrences are restricted; empty for all.</summary>
    public IReadOnlyList<BlockRole> Blocks { get; init; } = [];

    public IReadOnlyList<BlockRole> ExcludedBlocks { get; init; } = [];

    /// <summary>The mistakes by position; the expression above is what remained after mending them.</summary>
    public IReadOnlyList<QueryError> Errors { get; init; } = [];

    /// <summary>True when something was typed and nothing of it could be read.</summary>
    public bool IsUnreadable => Errors.Count > 0 && Expression is null
        && Conditions.Count + Exclusions.Count + Blocks.Count + ExcludedBlocks.Count == 0;

    /// <summary>The text of the one plain phrase that the query is; null for any other query.</summary>
    public string? PlainPhrase => Expression is PhraseExpression { Zone: null, Slop: 0 } phrase ? phrase.Text : null;
}
