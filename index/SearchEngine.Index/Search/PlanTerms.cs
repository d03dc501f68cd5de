using SearchEngine.Index.Codec;
using SearchEngine.Index.Query;
using SearchEngine.Index.Reading;

namespace SearchEngine.Index.Search;

/// <summary>
/// The pairs of a plan's phrases, looked up in all segments together. A lookup waits for memory three times: for the
/// first keys of the blocks, for where a block lies, and for the block. Here each of these is asked for in all segments
/// before the first one is read, so that they are waited for together.
/// </summary>
internal sealed class PlanTerms
{
    /// <summary>Lookups whose blocks fit into the cache together; of a greater plan terms are looked up when their
    /// phrase's turn comes.</summary>
    private const int Most = 512;

    private readonly List<Pattern> _phrases;
    private readonly PhraseTerms[] _terms;

    private PlanTerms(List<Pattern> phrases, int segments)
    {
        _phrases = phrases;
        _terms = new PhraseTerms[segments * phrases.Count];
    }

    public static PlanTerms Of(QueryPlan plan, IReadOnlyList<SnapshotSegment> segments)
    {
        List<Pattern> phrases = [];
        List<ulong> keys = [];
        foreach (Leaf leaf in plan.Leaves)
        {
            if (plan.Wide || leaf is not PatternLeaf { Pattern: { IsLiteral: true, Elements.Count: > 1 } phrase })
                continue;
            phrases.Add(phrase);
            PhraseTerms.AddKeys(phrase.Elements, keys);
            if ((long)keys.Count * segments.Count > Most)
                return new PlanTerms([], segments.Count);
        }

        PlanTerms terms = new(phrases, segments.Count);
        if (phrases.Count > 0)
            terms.LookUp(keys, segments);
        return terms;
    }

    /// <summary>The terms of a phrase in a segment of the snapshot; null when it was not looked up here.</summary>
    public PhraseTerms? Find(Pattern phrase, int segment)
    {
        for (int i = 0; i < _phrases.Count; i++)
        {
            if (ReferenceEquals(_phrases[i], phrase))
                return _terms[(segment * _phrases.Count) + i];
        }

        return null;
    }

    private void LookUp(List<ulong> keys, IReadOnlyList<SnapshotSegment> segments)
    {
        PairCursor[] cursors = new PairCursor[segments.Count];
        Span<int> blocks = stackalloc int[segments.Count * keys.Count];
        for (int segment = 0; segment < cursors.Length; segment++)
        {
            cursors[segment] = segments[segment].Reader.Pairs();
            for (int i = 0; i < keys.Count; i++)
                blocks[(segment * keys.Count) + i] = cursors[segment].BlockOf(keys[i]);
        }

        for (int at = 0; at < blocks.Length; at++)
            cursors[at / keys.Count].FetchBlock(blocks[at]);

        int next = 0;
        for (int segment = 0; segment < cursors.Length; segment++)
        {
            int key = 0;
            for (int i = 0; i < _phrases.Count; i++)
            {
                TermEntry[] entries = new TermEntry[_phrases[i].Elements.Count - 1];
                for (int pair = 0; pair < entries.Length; pair++, key++, next++)
                {
                    if (cursors[segment].FindIn(blocks[next], keys[key]))
                        entries[pair] = cursors[segment].Entry;
                }

                PhraseTerms terms = new(entries);
                if (terms.Rarest > 0)
                    segments[segment].Reader.FetchList(terms.RarestPair);
                _terms[(segment * _phrases.Count) + i] = terms;
            }
        }
    }
}
