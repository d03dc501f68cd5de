namespace SearchEngine.Index.Query;

/// <summary>
/// Documents on the same matter as a text: scored by BM25 over its distinct bigrams and single characters together. It
/// has no occurrences.
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
}
