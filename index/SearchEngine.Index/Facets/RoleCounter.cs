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
        ReadOnlySpan<uint> masks = matches.Segment.Reader.RoleMasks;
        for (int document = universe.Next(0); document >= 0; document = universe.Next(document + 1))
        {
            for (int role = 0; role < roles; role++)
                _of[role] += (int)(masks[document] >> role & 1);
        }

        BitSet found = matches.Unrestricted.Copy().And(universe);
        uint[] seen = new uint[masks.Length];
        foreach (int leaf in counted)
        {
            foreach (LeafMatches.Entry entry in matches.Leaves[leaf].Entries)
            {
                if (entry.Place >= roles || !found[entry.Document])
                    continue;
                _occurrences[entry.Place] += entry.Count;
                if ((seen[entry.Document] >> entry.Place & 1) == 0)
                    _documents[entry.Place]++;
                seen[entry.Document] |= 1u << entry.Place;
            }
        }
    }

    public IReadOnlyList<RoleCount> ToCounts() =>
        [.. Enumerable.Range(0, roles).Select(role => new RoleCount(role, _documents[role], _of[role], _occurrences[role]))];
}
