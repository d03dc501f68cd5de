using SearchEngine.Index.Codec;
using SearchEngine.Index.Search;

namespace SearchEngine.Index.Pruning;

/// <summary>What follows from a density for a score, in one segment and with the parameters of one grain.</summary>
internal sealed class DensityBounds
{
    private readonly float[] _most = new float[DensityCode.Count];

    /// <param name="bm25">The score over the snapshot.</param>
    /// <param name="average">The segment's average length.</param>
    public DensityBounds(Bm25 bm25, double average)
    {
        Measure = DensityMeasure.Bounding(bm25.TitleWeight);
        double factor = Measure < 0 ? double.PositiveInfinity : bm25.MostByDensity(DensityMeasure.All[Measure].Shift, average);
        for (int code = 0; code < _most.Length; code++)
        {
            // f · (k1 + 1) / (f + norm), with the most that f / norm can be.
            double ratio = factor * DensityCode.ValueOf((byte)code);
            _most[code] = MathF.BitIncrement((float)(bm25.Gain / (1 + (1 / ratio))));
        }
    }

    /// <summary>The measure of the codes; −1 when none bounds this score.</summary>
    public int Measure { get; }

    /// <summary>The most that a term adds to a score, before its weight, where its density has a code.</summary>
    public float this[byte code] => _most[code];
}
