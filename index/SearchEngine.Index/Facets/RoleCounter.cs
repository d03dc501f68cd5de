using SearchEngine.Index.Search;

namespace SearchEngine.Index.Facets;

/// <summary>Counts documents and occurrences by role, whatever roles the request chose.</summary>
internal sealed class RoleCounter(int roles)
{
    private readonly int[] _documents = new int[roles];
    private readonly int[] _of = new int[roles];
    private readonly long[] _occurrences = new long[roles];

    /// <summary>Adds a segment. <paramref name="counted"/>: the leaves whose occurrences count.</summary>
    public void Add(SegmentMatches matches, IReadOnlyList<int> counted)
    {
        BitSet universe = matches.Universe();
        CountUniverse(matches, universe);
        BitSet found = matches.Unrestricted.Copy().And(universe);
        // Entries of one leaf come by ascending documents; only several leaves can meet a document again later.
        uint[] seen = counted.Count > 1 ? new uint[matches.Segment.Live.Documents] : [];
        foreach (int leaf in counted)
        {
            int document = -1;
            uint met = 0;
            foreach (LeafMatches.Entry entry in matches.Leaves[leaf].Entries)
            {
                if (entry.Place >= roles || !found[entry.Document])
                    continue;
                if (entry.Document != document)
                    (document, met) = (entry.Document, seen.Length > 0 ? seen[entry.Document] : 0);
                _occurrences[entry.Place] += entry.Count;
                _documents[entry.Place] += (met >> entry.Place & 1) == 0 ? 1 : 0;
                met |= 1u << entry.Place;
                if (seen.Length > 0)
                    seen[document] = met;
            }
        }
    }

    public IReadOnlyList<RoleCount> ToCounts() =>
        [.. Enumerable.Range(0, roles).Select(role => new RoleCount(role, _documents[role], _of[role], _occurrences[role]))];

    private void CountUniverse(SegmentMatches matches, BitSet universe)
    {
        if (!matches.IsFiltered(exceptField: null))
        {
            for (int role = 0; role < roles; role++)
                _of[role] += matches.Segment.RoleDocuments[role];
            return;
        }

        ReadOnlySpan<uint> masks = matches.Segment.Reader.RoleMasks;
        for (int document = universe.Next(0); document >= 0; document = universe.Next(document + 1))
        {
            for (int role = 0; role < roles; role++)
                _of[role] += (int)(masks[document] >> role & 1);
        }
    }
}
