namespace SearchEngine.Index.Codec;

/// <summary>
/// Makes a table for a text: single units first; then, in some rounds, a sample is written with the table, and of its
/// phrases and the neighbours among them those are kept that save most.
/// </summary>
internal static class PhraseTrainer
{
    /// <summary>
    /// For each round, one of how many pieces it looks at. A round can double the length of phrases; the first ones
    /// only have to find short and frequent ones, which a part of the sample shows as well, and rare ones that it does
    /// not show are not in the way of longer ones. On law texts (ratio .224 in 0.26 s for 1 M units) better than six
    /// rounds over all of it (.227 in 0.43 s).
    /// </summary>
    private static readonly int[] RoundSteps = [16, 8, 4, 2, 1, 1];

    /// <summary>Bytes that a phrase costs in the table besides its units.</summary>
    private const int CostOfPhrase = 8;

    /// <param name="sample">Pieces of the text.</param>
    /// <param name="share">How many times the whole text is longer than the sample.</param>
    public static PhraseEncoder Train(IReadOnlyList<string> sample, double share)
    {
        string[] singles = Singles(sample);
        PhraseEncoder encoder = new(new PhraseTable(singles));
        PairCounts counts = new();
        foreach (int step in RoundSteps)
        {
            counts.Count(sample, step, encoder);
            encoder = new PhraseEncoder(new PhraseTable(Best(counts, share * step, encoder.Table, singles)));
        }

        return encoder;
    }

    /// <summary>The units of the sample in their order, at most half a table.</summary>
    private static string[] Singles(IReadOnlyList<string> sample)
    {
        bool[] seen = new bool[char.MaxValue + 1];
        foreach (string piece in sample)
        {
            foreach (char unit in piece)
                seen[unit] = true;
        }

        return [.. Enumerable.Range(0, seen.Length).Where(unit => seen[unit]).Take(PhraseTable.MaxCodes / 2)
            .Select(unit => ((char)unit).ToString())];
    }

    /// <summary>The singles, then the phrases and pairs that save most, by falling gain.</summary>
    private static List<string> Best(PairCounts counts, double share, PhraseTable table, string[] singles)
    {
        IReadOnlyList<string> phrases = table.Phrases;
        GainQueue queue = new();
        for (int code = singles.Length + 1; code <= phrases.Count; code++)
            Offer((uint)code << 16, counts.Uses(code), phrases[code - 1].Length);
        foreach ((uint pair, int count) in counts.Pairs)
            Offer(pair, count, phrases[(int)(pair >> 16) - 1].Length + phrases[(ushort)pair - 1].Length);

        List<string> best = [.. singles];
        HashSet<string> taken = new(StringComparer.Ordinal);
        foreach (uint pair in queue.Greatest(PhraseTable.MaxCodes - 1 - singles.Length))
        {
            string phrase = phrases[(int)(pair >> 16) - 1];
            if ((ushort)pair != PhraseTable.Escape)
                phrase += phrases[(ushort)pair - 1];
            // Two pairs can make the same phrase: the one that is seen more often comes first.
            if (best.Count < PhraseTable.MaxCodes - 1 && taken.Add(phrase))
                best.Add(phrase);
        }

        return best;

        void Offer(uint pair, int count, int length)
        {
            if (share * count * (length - 1) * sizeof(ushort) > CostOfPhrase + (2 * length))
                queue.Add((uint)Math.Min(uint.MaxValue, (long)count * (length - 1)), pair);
        }
    }
}
