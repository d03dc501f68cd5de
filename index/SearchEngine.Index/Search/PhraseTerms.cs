using SearchEngine.Index.Codec;
using SearchEngine.Index.Query;
using SearchEngine.Index.Reading;

namespace SearchEngine.Index.Search;

/// <summary>The terms of a literal pattern in one segment, looked up once.</summary>
internal sealed class PhraseTerms
{
    private readonly TermEntry[] _pairs;

    /// <param name="pairs">Each pair's entry, empty for one that is missing; at least one.</param>
    public PhraseTerms(TermEntry[] pairs)
    {
        _pairs = pairs;
        RarestPair = pairs[0];
        foreach (ref readonly TermEntry pair in pairs.AsSpan(1))
        {
            if (pair.Count < RarestPair.Count)
                RarestPair = pair;
        }
    }

    /// <summary>The pair that begins at each element but the last; one that is missing counts 0.</summary>
    public ReadOnlySpan<TermEntry> Pairs => _pairs;

    /// <summary>The pair with the fewest occurrences; empty when one is missing.</summary>
    public TermEntry RarestPair { get; }

    /// <summary>Occurrences of the rarest pair: there are not more of the phrase. 0 when a pair is missing.</summary>
    public int Rarest => RarestPair.Count;

    /// <summary>Adds the keys of the pairs of two elements or more.</summary>
    public static void AddKeys(IReadOnlyList<PatternElement> elements, List<ulong> keys)
    {
        for (int i = 0; i + 1 < elements.Count; i++)
            keys.Add(PairKey.Of(PhraseEvaluator.SymbolOf(elements[i]), PhraseEvaluator.SymbolOf(elements[i + 1])));
    }

    /// <summary>Looks up the pairs of two elements or more.</summary>
    public static PhraseTerms Of(SegmentReader segment, IReadOnlyList<PatternElement> elements)
    {
        List<ulong> keys = [];
        AddKeys(elements, keys);
        TermEntry[] entries = new TermEntry[keys.Count];
        PairCursor cursor = segment.Pairs();
        for (int i = 0; i < entries.Length; i++)
        {
            if (cursor.Find(keys[i]))
                entries[i] = cursor.Entry;
        }

        return new PhraseTerms(entries);
    }
}
