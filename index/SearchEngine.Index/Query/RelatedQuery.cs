namespace SearchEngine.Index.Query;

/// <summary>
/// Documents on the same matter as a text: its distinct bigrams and single characters, any of them, scored by BM25
/// with both
/// grain sizes. A document must hold at least half of the text's distinct bigrams (of its characters, when it has no
/// bigram). It has no occurrences.
/// </summary>
public sealed record RelatedQuery(string Text) : Query;
