namespace SearchEngine.Search.Language;

/// <summary>Kinds of tokens in a query.</summary>
internal enum QueryTokenKind
{
    Phrase,
    Wildcard,

    /// <summary>标题: or 正文: before a phrase or a bracket.</summary>
    ZonePrefix,

    /// <summary>A field with its raw value.</summary>
    Condition,
    Open,
    Close,
    And,
    Or,
    Not,
    Near,
}

/// <summary>A token of a query.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="At">UTF-16 position in the query, from 0.</param>
/// <param name="Text">As typed; for a condition its value alone, for an operator its word.</param>
/// <param name="Field">For a condition and a zone prefix.</param>
/// <param name="ValueAt">For a condition: where its value begins.</param>
/// <param name="Nearness">For <see cref="QueryTokenKind.Near"/>.</param>
/// <param name="Slop">For a phrase: what its <c>~3</c> asks for, −1 when that cannot be read; null without one.</param>
internal readonly record struct QueryToken(
    QueryTokenKind Kind, int At, string Text, QueryField Field = default, int ValueAt = 0, Nearness Nearness = default,
    int? Slop = null);
