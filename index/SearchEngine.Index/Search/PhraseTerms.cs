using SearchEngine.Index.Codec;
using SearchEngine.Index.Query;
using SearchEngine.Index.Reading;

namespace SearchEngine.Index.Search;

/// <summary>The terms of a literal pattern in one segment, looked up once.</summary>
internal sealed class PhraseTerms
{
    private readonly TermEntry[] _pairs;

    private PhraseTerms(TermEntry[] pairs)
    {
        _pairs = pairs;
        Rarest = int.MaxValue;
        foreach (ref readonly TermEntry pair in pairs.AsSpan())
            Rarest = Math.Min(Rarest, pair.Count);
    }

    /// <summary>The pair that begins at each element but the last; one that is missing counts 0.</summary>
    public ReadOnlySpan<TermEntry> Pairs => _pairs;

    /// <summary>Occurrences of the rarest pair: there are not more of the phrase. 0 when a pair is missing.</summary>
    public int Rarest { get; }

    /// <summary>Looks up the pairs of two elements or more.</summary>
    public static PhraseTerms Of(SegmentReader segment, IReadOnlyList<PatternElement> elements)
    {
        TermEntry[] entries = new TermEntry[elements.Count - 1];
        PairCursor cursor = segment.Pairs();
        for (int i = 0; i < entries.Length; i++)
        {
            ulong key = PairKey.Of(PhraseEvaluator.SymbolOf(elements[i]), PhraseEvaluator.SymbolOf(elements[i + 1]));
            if (cursor.Find(key))
                entries[i] = cursor.Entry;
        }

        return new PhraseTerms(entries);
    }
}
