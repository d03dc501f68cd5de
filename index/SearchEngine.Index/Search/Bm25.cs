namespace SearchEngine.Index.Search;

/// <summary>
/// BM25 (Robertson and Zaragoza, The Probabilistic Relevance Framework: BM25 and Beyond, 2009, section 3.1), with k1
/// = 1.2
/// and b = 0.75 as the paper and Lucene have them. A phrase is one term.
/// </summary>
/// <remarks>
/// idf = ln(1 + (N − n + 0.5) / (n + 0.5)), N = <paramref name="documents"/>, n = live documents with an occurrence
/// anywhere;
/// the 1 keeps it positive, as in Lucene.
/// weight = idf · f · (k1 + 1) / (f + k1 · (1 − b + b · l / a)), f = occurrences, those in titles threefold, l = the
/// document's
/// length in units, a = <paramref name="averageLength"/>.
/// N, n, l and a are of the whole snapshot without deleted documents: a score does not depend on segments, on filters
/// or on the
/// order in which clauses are evaluated.
/// </remarks>
internal sealed class Bm25(long documents, double averageLength)
{
    private const double K1 = 1.2;
    private const double B = 0.75;

    public double Idf(long documentFrequency) =>
        Math.Log(1 + ((documents - documentFrequency + 0.5) / (documentFrequency + 0.5)));

    /// <summary>f · (k1 + 1) / (f + k1 · (1 − b + b · l / a)), 0 to k1 + 1.</summary>
    public double Saturation(long frequency, uint length)
    {
        double ratio = averageLength > 0 ? length / averageLength : 1;
        return frequency * (K1 + 1) / (frequency + (K1 * (1 - B + (B * ratio))));
    }

    public Explanation Explain(string text, long documentFrequency, long frequency, uint length)
    {
        double idf = Idf(documentFrequency);
        double saturation = Saturation(frequency, length);
        return new Explanation(idf * saturation, $"「{text}」= idf × tf", [
            new Explanation(idf, "idf = ln(1 + (N − n + 0.5) / (n + 0.5))", [
                new Explanation(documents, "N，全部文档", []),
                new Explanation(documentFrequency, "n，含有它的文档", []),
            ]),
            new Explanation(saturation, "tf = f·(k1+1) / (f + k1·(1 − b + b·l/a))", [
                new Explanation(frequency, "f，出现处数，标题一处计三", []),
                new Explanation(K1, "k1", []),
                new Explanation(B, "b", []),
                new Explanation(length, "l，本文长度", []),
                new Explanation(averageLength, "a，平均长度", []),
            ]),
        ]);
    }
}
