using SearchEngine.Index.Indexing;
using SearchEngine.Index.Query;

namespace SearchEngine.Search.Language;

/// <summary>What a person's query says, in the person's terms. Immutable; never deeper than the limits allow.</summary>
public abstract record QueryExpression;

/// <summary>A run of characters or a quotation.</summary>
/// <param name="Text">As typed, with its quotation marks.</param>
/// <param name="Zone">Only in this zone; null for title and body.</param>
/// <param name="Slop">Units that may stand between its own, in all; 0 for none.</param>
public sealed record PhraseExpression(string Text, Zone? Zone, int Slop = 0) : QueryExpression;

/// <summary>A run with <c>*</c> or <c>?</c> in it.</summary>
public sealed record WildcardExpression(string Pattern, Zone? Zone) : QueryExpression;

/// <summary>All of these (与).</summary>
public sealed record AllOfExpression(IReadOnlyList<QueryExpression> Parts) : QueryExpression;

/// <summary>At least one of these (或).</summary>
public sealed record AnyOfExpression(IReadOnlyList<QueryExpression> Parts) : QueryExpression;

/// <summary>Not this (非).</summary>
public sealed record NotExpression(QueryExpression Part) : QueryExpression;

/// <summary>Two phrases, or choices of phrases, near each other.</summary>
/// <param name="Left">A phrase, a pattern or a choice of them.</param>
/// <param name="Right">The same.</param>
/// <param name="Nearness">What near means here.</param>
public sealed record NearExpression(QueryExpression Left, QueryExpression Right, Nearness Nearness) : QueryExpression;

/// <summary>A condition on a field of the report.</summary>
public sealed record ConditionExpression(FieldCondition Condition) : QueryExpression;

/// <summary>What an operator of nearness asks for.</summary>
/// <param name="Scope">Within some units, or in the same sentence, paragraph or block.</param>
/// <param name="Distance">Units that may lie between, for <see cref="NearScope.Units"/>; otherwise 0.</param>
/// <param name="Ordered">True when the left side must come first (先后).</param>
public readonly record struct Nearness(NearScope Scope, int Distance, bool Ordered);
