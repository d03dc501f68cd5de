using System.Runtime.InteropServices;

namespace SearchEngine.Index.Codec;

/// <summary>
/// Makes a table for a text: single units first; then, in some rounds, a sample is written with the table, and of its
/// phrases and the neighbours among them those are kept that save most.
/// </summary>
internal static class PhraseTrainer
{
    /// <summary>Each round can double the length of phrases: three reach eight units, one more sorts out.</summary>
    private const int Rounds = 4;

    /// <summary>Bytes that a phrase costs in the table besides its units.</summary>
    private const int CostOfPhrase = 8;

    /// <param name="sample">Pieces of the text.</param>
    /// <param name="share">How many times the whole text is longer than the sample.</param>
    public static PhraseEncoder Train(IReadOnlyList<string> sample, double share)
    {
        string[] singles = [.. sample.SelectMany(piece => piece).Distinct().Order().Take(PhraseTable.MaxCodes / 2)
            .Select(unit => unit.ToString())];
        PhraseEncoder encoder = new(new PhraseTable(singles));
        for (int round = 0; round < Rounds; round++)
            encoder = new PhraseEncoder(new PhraseTable([.. singles, .. Best(sample, share, encoder, PhraseTable.MaxCodes - 1 - singles.Length)]));
        return encoder;
    }

    private static IEnumerable<string> Best(
        IReadOnlyList<string> sample, double share, PhraseEncoder encoder, int capacity)
    {
        IReadOnlyList<string> phrases = encoder.Table.Phrases;
        int[] uses = new int[phrases.Count + 1];
        Dictionary<uint, int> neighbours = [];
        ushort[] codes = [];
        foreach (string piece in sample)
        {
            int count = encoder.Encode(piece, ref codes);
            for (int i = 0; i < count; i++)
            {
                if (codes[i] == PhraseTable.Escape)
                {
                    i++;
                    continue;
                }

                uses[codes[i]]++;
                if (i + 1 < count && codes[i + 1] != PhraseTable.Escape
                    && phrases[codes[i] - 1].Length + phrases[codes[i + 1] - 1].Length <= PhraseTable.MaxPhrase)
                    CollectionsMarshal.GetValueRefOrAddDefault(neighbours, ((uint)codes[i] << 16) | codes[i + 1], out _)++;
            }
        }

        Dictionary<string, double> gains = new(StringComparer.Ordinal);
        for (int code = 1; code < uses.Length; code++)
            Offer(phrases[code - 1], uses[code]);
        foreach ((uint pair, int count) in neighbours)
        {
            // Most pairs are seen once: they are not even put together.
            if (count > 1)
                Offer(phrases[(int)(pair >> 16) - 1] + phrases[(int)(pair & 0xffff) - 1], count);
        }

        // The same gain is ordered by the phrase, so that a text has one table.
        return gains.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal)
            .Take(capacity).Select(pair => pair.Key);

        void Offer(string phrase, int count)
        {
            double gain = share * count * (phrase.Length - 1) * sizeof(ushort);
            if (phrase.Length > 1 && gain > CostOfPhrase + (2 * phrase.Length))
                gains[phrase] = Math.Max(gain, gains.GetValueOrDefault(phrase));
        }
    }
}
