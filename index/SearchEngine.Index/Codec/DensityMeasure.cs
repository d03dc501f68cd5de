namespace SearchEngine.Index.Codec;

/// <summary>
/// How much of a term a document has for its length: f / (s + l / a), with f occurrences of the term, l the document's
/// length and a the average of its segment. A bound of it bounds BM25 whatever k1, b and the average of all segments
/// are, and closely where s is (1 − b) / b.
/// </summary>
/// <param name="Shift">s.</param>
/// <param name="TitleWeight">How often an occurrence in a title counts.</param>
internal readonly record struct DensityMeasure(double Shift, int TitleWeight)
{
    /// <summary>Those that a list of places has of each of its blocks: as related queries are scored (b = 0.85), and as
    /// phrases are (b = 0.75).</summary>
    public static readonly DensityMeasure[] All = [new(3.0 / 17, 1), new(1.0 / 3, 3)];

    /// <summary>The measure that bounds a score with a title's weight; −1 for none.</summary>
    public static int Bounding(int titleWeight) => Array.FindIndex(All, measure => measure.TitleWeight >= titleWeight);
}
