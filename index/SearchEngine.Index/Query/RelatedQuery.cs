namespace SearchEngine.Index.Query;

/// <summary>
/// Documents on the same matter as a text: scored by BM25 over its bigrams and single characters together, each as
/// often as the text has it. It has no occurrences.
/// </summary>
/// <param name="Text">As typed.</param>
/// <param name="Share">
/// Part of the text's distinct bigrams (of its characters, when it has no bigram) that a document must hold, 0 to 1; at
/// least one in any case.
/// </param>
public sealed record RelatedQuery(string Text, double Share = RelatedQuery.DefaultShare) : Query
{
    /// <summary>Half: what is shown beside exact hits should be plainly on their matter.</summary>
    public const double DefaultShare = 0.5;

    /// <summary>
    /// The words of the text, ascending and without overlap, where somebody knows them. They change scores and never
    /// which documents are found: a character that is a word by itself weighs as much as a pair.
    /// </summary>
    public IReadOnlyList<RelatedWord> Words { get; init; } = [];
}
