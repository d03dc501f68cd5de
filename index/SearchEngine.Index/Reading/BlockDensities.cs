using System.Runtime.CompilerServices;
using SearchEngine.Index.Codec;
using SearchEngine.Index.Search;

namespace SearchEngine.Index.Reading;

/// <summary>
/// Finds the greatest density of each block of a list of places, from which follows what the term adds at most to the score of a
/// document there (Ding and Suel, Faster Top-k Document Retrieval Using Block-Max Indexes, 2011). Not for several threads.
/// </summary>
internal sealed class BlockDensities
{
    private readonly PlaceTable _places;

    /// <summary>For each document 1 / (s + l / a), by measure.</summary>
    private readonly (double Plain, double Titled)[] _factors;
    private byte[] _codes = [];

    /// <param name="places">The segment's stretches.</param>
    /// <param name="lengths">Lengths of all documents of the segment.</param>
    public BlockDensities(PlaceTable places, ReadOnlySpan<uint> lengths)
    {
        _places = places;
        double average = AverageOf(lengths);
        _factors = new (double, double)[lengths.Length];
        for (int document = 0; document < lengths.Length; document++)
        {
            double share = lengths[document] / average;
            _factors[document] = (1 / (DensityMeasure.All[0].Shift + share), 1 / (DensityMeasure.All[1].Shift + share));
        }
    }

    /// <summary>The average length of a segment's documents, deleted ones among them; 1 when all are empty.</summary>
    public static double AverageOf(ReadOnlySpan<uint> lengths)
    {
        long total = 0;
        foreach (uint length in lengths)
            total += length;
        return total > 0 ? (double)total / lengths.Length : 1;
    }

    /// <summary>For each measure the code of each block; valid until the next call. A document that goes on in the next block
    /// counts whole in both.</summary>
    /// <param name="stretches">Ascending, at least one.</param>
    /// <param name="counts">Occurrences in each.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public ReadOnlySpan<byte> Of(ReadOnlySpan<int> stretches, ReadOnlySpan<int> counts)
    {
        int blocks = (stretches.Length + PackedBlock.Size - 1) / PackedBlock.Size;
        if (_codes.Length < 2 * blocks)
            _codes = new byte[4 * blocks];
        ReadOnlySpan<int> documents = _places.Documents;
        ReadOnlySpan<byte> places = _places.Places;
        int more = DensityMeasure.All[1].TitleWeight - 1;
        int ahead = Fetch.AheadOf(stretches.Length, documents.Length);
        int block = 0;
        double mostPlain = 0;
        double mostTitled = 0;
        for (int i = 0; i < stretches.Length;)
        {
            if (i / PackedBlock.Size > block)
            {
                SetCodes(block++, blocks, mostPlain, mostTitled);
                (mostPlain, mostTitled) = (0, 0);
            }

            if (i + ahead < stretches.Length)
            {
                Fetch.Line(documents, stretches[i + ahead]);
                Fetch.Line(places, stretches[i + ahead]);
            }

            int document = documents[stretches[i]];
            long plain = 0;
            long inTitles = 0;
            do
            {
                plain += counts[i];
                inTitles += places[stretches[i]] == RoleMask.Title ? counts[i] : 0;
            }
            while (++i < stretches.Length && documents[stretches[i]] == document);

            double densityPlain = plain * _factors[document].Plain;
            double densityTitled = (plain + (more * inTitles)) * _factors[document].Titled;
            mostPlain = densityPlain > mostPlain ? densityPlain : mostPlain;
            mostTitled = densityTitled > mostTitled ? densityTitled : mostTitled;
            while ((i - 1) / PackedBlock.Size > block)
            {
                SetCodes(block++, blocks, mostPlain, mostTitled);
                (mostPlain, mostTitled) = (densityPlain, densityTitled);
            }
        }

        SetCodes(block, blocks, mostPlain, mostTitled);
        return _codes.AsSpan(0, 2 * blocks);
    }

    private void SetCodes(int block, int blocks, double plain, double titled) =>
        (_codes[block], _codes[blocks + block]) = (DensityCode.Of(plain), DensityCode.Of(titled));
}
