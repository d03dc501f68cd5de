using SearchEngine.Index.Query;

namespace SearchEngine.Index.Search;

/// <summary>What BM25 leaves open.</summary>
/// <param name="K1">How slowly further occurrences stop counting.</param>
/// <param name="B">How much the document's length counts, 0 to 1.</param>
/// <param name="TitleWeight">How often an occurrence in a title counts.</param>
internal sealed record Bm25Parameters(double K1, double B, int TitleWeight)
{
    /// <summary>As the paper and Lucene have it, like <see cref="PhraseB"/>.</summary>
    public const double PhraseK1 = 1.2;

    /// <summary>A report named after a matter is about it.</summary>
    public const int PhraseTitle = 3;

    private const double PhraseB = 0.75;

    /// <summary>
    /// Many terms of which most documents hold some: long documents hold them by chance, so that their length counts
    /// more. From 0.85 to 1 no difference could be told.
    /// </summary>
    private const double RelatedB = 0.85;

    /// <summary>A title shares characters with any question; once, it counts as what it is, a line of the text.</summary>
    private const int RelatedTitle = 1;

    /// <summary>Characters alone come in many words: their second and third occurrence still tell something.</summary>
    private const double SingleK1 = 1.5;

    /// <summary>Those of a grain.</summary>
    public static Bm25Parameters Of(Grain grain) => grain switch
    {
        Grain.Pair => new Bm25Parameters(PhraseK1, RelatedB, RelatedTitle),
        Grain.Single => new Bm25Parameters(SingleK1, RelatedB, RelatedTitle),
        _ => new Bm25Parameters(PhraseK1, PhraseB, PhraseTitle),
    };
}
