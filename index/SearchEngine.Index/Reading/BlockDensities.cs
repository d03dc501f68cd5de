using System.Runtime.CompilerServices;
using SearchEngine.Index.Codec;
using SearchEngine.Index.Search;

namespace SearchEngine.Index.Reading;

/// <summary>
/// Finds the greatest density of each block of a list of places, from which follows what the term adds at most to the
/// score of a document there (Ding and Suel, Faster Top-k Document Retrieval Using Block-Max Indexes, 2011). Not for
/// several threads.
/// </summary>
internal sealed class BlockDensities
{
    private readonly PlaceTable _places;

    /// <summary>For each document 1 / (s + l / a), by measure.</summary>
    private readonly (double Plain, double Titled)[] _factors;
    private byte[] _codes = [];
    private int _blocks;

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

    /// <summary>For each measure the code of each block; valid until the next call. A document that goes on in the next
    /// block counts whole in both.</summary>
    /// <param name="stretches">Ascending, at least one.</param>
    /// <param name="counts">Occurrences in each.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public ReadOnlySpan<byte> Of(ReadOnlySpan<int> stretches, ReadOnlySpan<int> counts)
    {
        Begin((stretches.Length + PackedBlock.Size - 1) / PackedBlock.Size);
        ReadOnlySpan<int> documents = _places.Documents;
        ReadOnlySpan<byte> places = _places.Places;
        ReadOnlySpan<(double Plain, double Titled)> factors = _factors;
        int more = DensityMeasure.All[1].TitleWeight - 1;
        int ahead = Fetch.AheadOf(stretches.Length, documents.Length);
        int document = -1;
        int plain = 0;
        int titled = 0;
        int since = 0;
        for (int block = 0, i = 0; i < stretches.Length; block++)
        {
            int end = Math.Min(i + PackedBlock.Size, stretches.Length);
            bool goesOn = documents[stretches[i]] == document;
            if (goesOn)
            {
                for (; i < end && documents[stretches[i]] == document; i++)
                {
                    plain += counts[i];
                    titled += places[stretches[i]] == RoleMask.Title ? counts[i] + (more * counts[i]) : counts[i];
                }

                // It may end where the block does.
                if (i == stretches.Length || documents[stretches[i]] != document)
                    Raise(since, block, plain * factors[document].Plain, titled * factors[document].Titled);
            }

            since = goesOn && i == end ? since : block;
            double mostPlain = 0;
            double mostTitled = 0;
            // What was met so far of a document is at its last entry all of it; so there is no branch to guess.
            for (; i < end; i++)
            {
                int stretch = stretches[i];
                if (i + ahead < stretches.Length)
                {
                    Fetch.Line(documents, stretches[i + ahead]);
                    Fetch.Line(places, stretches[i + ahead]);
                }

                int next = documents[stretch];
                int same = next == document ? -1 : 0;
                int count = counts[i];
                plain = (plain & same) + count;
                titled = (titled & same) + count + (places[stretch] == RoleMask.Title ? more * count : 0);
                document = next;
                mostPlain = double.MaxNative(mostPlain, plain * factors[next].Plain);
                mostTitled = double.MaxNative(mostTitled, titled * factors[next].Titled);
            }

            Raise(block, block, mostPlain, mostTitled);
        }

        return _codes.AsSpan(0, 2 * _blocks);
    }

    private void Begin(int blocks)
    {
        _blocks = blocks;
        if (_codes.Length < 2 * blocks)
            _codes = new byte[4 * blocks];
        _codes.AsSpan(0, 2 * blocks).Clear();
    }

    private void Raise(int first, int last, double plain, double titled)
    {
        (byte codePlain, byte codeTitled) = (DensityCode.Of(plain), DensityCode.Of(titled));
        for (int block = first; block <= last; block++)
        {
            _codes[block] = Math.Max(_codes[block], codePlain);
            _codes[_blocks + block] = Math.Max(_codes[_blocks + block], codeTitled);
        }
    }
}
