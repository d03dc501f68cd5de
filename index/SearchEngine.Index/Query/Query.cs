using SearchEngine.Index.Indexing;

namespace SearchEngine.Index.Query;

/// <summary>A query as a tree. Trees are immutable and know nothing of any index.</summary>
public abstract record Query;

/// <summary>
/// Every start position of a string of canonical units. <paramref name="Text"/> is analysed as documents are;
/// text that leaves no unit matches nothing.
/// </summary>
/// <param name="Text">As typed.</param>
/// <param name="Zone">Only in this zone; null for both.</param>
/// <param name="Slop">
/// How many units in all may stand between those of the phrase, which keep their order and stay in one sentence; 0 for
/// none. With slop, boundaries in the text say nothing.
/// </param>
public sealed record PhraseQuery(string Text, Zone? Zone = null, int Slop = 0) : Query;

/// <summary>
/// A phrase with wildcards: <c>*</c> stands for any number of units up to a bound, <c>?</c> for one; at the edge of a
/// Latin or digit run they stand for the rest of that run (2345* finds 23456, *2345 finds 12345).
/// </summary>
public sealed record WildcardQuery(string Pattern, Zone? Zone = null) : Query;

/// <summary>Documents that match every clause.</summary>
public sealed record AndQuery(IReadOnlyList<Query> Clauses) : Query;

/// <summary>Documents that match at least one clause.</summary>
public sealed record OrQuery(IReadOnlyList<Query> Clauses) : Query;

/// <summary>Documents that do not match the clause; its occurrences never count.</summary>
public sealed record NotQuery(Query Clause) : Query;

/// <summary>Every document.</summary>
public sealed record AllQuery : Query;

/// <summary>Two sides near each other; occurrences are those of both sides that have a partner.</summary>
/// <param name="Left">A phrase or a disjunction of phrases.</param>
/// <param name="Right">The same.</param>
/// <param name="Scope">What near means.</param>
/// <param name="Distance">For <see cref="NearScope.Units"/>: at most this many units between the two.</param>
/// <param name="Ordered">True when Left must stand before Right.</param>
public sealed record NearQuery(Query Left, Query Right, NearScope Scope, int Distance, bool Ordered) : Query;

/// <summary>What nearness means.</summary>
public enum NearScope
{
    Units,
    Sentence,
    Paragraph,
    Section,
}

/// <summary>Documents whose doc values satisfy a condition; scores nothing and has no occurrences.</summary>
public sealed record FilterQuery(Filter Filter) : Query;
