using System.Runtime.Intrinsics;
using SearchEngine.Index.Query;

namespace SearchEngine.Index.Search;

/// <summary>
/// BM25 (Robertson and Zaragoza, The Probabilistic Relevance Framework: BM25 and Beyond, 2009, section 3.1). A phrase
/// is one term.
/// </summary>
/// <remarks>
/// idf = the sum of ln(1 + (N − n + 0.5) / (n + 0.5)) over the terms that the phrase is made of (two neighbouring
/// characters, a run), N = <paramref name="documents"/>, n = live documents with that term anywhere; the 1 keeps it
/// positive, and both are as Lucene has them. For a word of two characters that is its own idf.
/// weight = w · idf · f · (k1 + 1) / (f + k1 · (1 − b + b · l / a)), w = the leaf's weight, f = occurrences, those in
/// titles as often as <paramref name="parameters"/> say, l = the document's length in units,
/// a = <paramref name="averageLength"/>.
/// N, n, l and a are of the whole snapshot without deleted documents: a score does not depend on segments, on filters
/// or on the order in which clauses are evaluated.
/// </remarks>
internal sealed class Bm25(long documents, double averageLength, Bm25Parameters parameters)
{
    /// <summary>Above 1 by more than rounding takes away.</summary>
    public const double Margin = 1 + 1e-9;

    /// <summary>k1 + 1.</summary>
    public double Gain { get; } = parameters.K1 + 1;

    public int TitleWeight => parameters.TitleWeight;

    public double Idf(long documentFrequency) =>
        Math.Log(1 + ((documents - documentFrequency + 0.5) / (documentFrequency + 0.5)));

    /// <summary>The sum of the terms' idf.</summary>
    public double Idf(IReadOnlyList<long> documentFrequencies)
    {
        double sum = 0;
        foreach (long frequency in documentFrequencies)
            sum += Idf(frequency);
        return sum;
    }

    /// <summary>k1 · (1 − b + b · l / a).</summary>
    public double Norm(uint length)
    {
        double ratio = averageLength > 0 ? length / averageLength : 1;
        return parameters.K1 * (1 - parameters.B + (parameters.B * ratio));
    }

    /// <summary>f · (k1 + 1) / (f + norm), 0 to k1 + 1 = <paramref name="gain"/>.</summary>
    public static double Saturation(long frequency, double norm, double gain) => frequency * gain / (frequency + norm);

    /// <summary>The same, to the last bit, of many documents.</summary>
    public static Vector512<double> Saturation(Vector512<double> frequencies, Vector512<double> norms, double gain) =>
        frequencies * gain / (frequencies + norms);

    /// <summary>
    /// The most that f / norm of a document can be for its density f / (s + l / a), as a factor of it: that of the
    /// shortest document or that of the longest.
    /// </summary>
    /// <param name="shift">s.</param>
    /// <param name="average">a.</param>
    public double MostByDensity(double shift, double average) => averageLength > 0
        ? Math.Max(shift / (parameters.K1 * (1 - parameters.B)), averageLength / (average * parameters.K1 * parameters.B))
        : double.PositiveInfinity;

    /// <summary>What a leaf adds to a score, and why.</summary>
    public Explanation Explain(Leaf leaf, IReadOnlyList<long> documentFrequencies, long frequency, uint length)
    {
        double idf = Idf(documentFrequencies);
        double saturation = Saturation(frequency, Norm(length), Gain);
        Explanation[] parts =
        [
            new Explanation(idf, "idf = Σ ln(1 + (N − n + 0.5) / (n + 0.5))，逐个词项", [
                new Explanation(documents, "N，全部文档", []),
                .. documentFrequencies.Select(n => new Explanation(n, "n，含有一个词项的文档", [])),
            ]),
            new Explanation(saturation, "tf = f·(k1+1) / (f + k1·(1 − b + b·l/a))", [
                new Explanation(frequency, TitleWeight == 1 ? "f，出现处数" : "f，出现处数，标题一处计三", []),
                new Explanation(parameters.K1, "k1", []),
                new Explanation(parameters.B, "b", []),
                new Explanation(length, "l，本文长度", []),
                new Explanation(averageLength, "a，平均长度", []),
            ]),
        ];
        if (leaf.Grain == Grain.Phrase)
            return new Explanation(idf * saturation, $"「{leaf.Text}」= idf × tf", parts);
        Explanation weight = new(leaf.Weight, leaf.Grain == Grain.Pair ? "w，两字词项的权重" : "w，单字词项的权重", []);
        return new Explanation(leaf.Weight * idf * saturation, $"「{leaf.Text}」= w × idf × tf", [weight, .. parts]);
    }
}
