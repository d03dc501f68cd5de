using System.Buffers;
using SearchEngine.Index.Search;

namespace SearchEngine.Index.Facets;

/// <summary>Counts documents and occurrences by role, whatever roles the request chose.</summary>
internal sealed class RoleCounter(int roles)
{
    // A place for titles too, so that no entry needs a look whether it is one; it is not given out.
    private readonly int[] _documents = new int[IndexLimits.Roles + 1];
    private readonly int[] _of = new int[IndexLimits.Roles];
    private readonly long[] _occurrences = new long[IndexLimits.Roles + 1];

    /// <summary>Adds a segment. <paramref name="counted"/>: the leaves whose occurrences count.</summary>
    public void Add(SegmentMatches matches, IReadOnlyList<int> counted)
    {
        BitSet universe = matches.Universe();
        CountUniverse(matches, universe);
        BitSet found = matches.Unrestricted == matches.Restricted
            ? matches.Hits
            : matches.Unrestricted.Copy().And(universe);
        if (counted.Count > 1 && found == matches.Hits && matches.HasFewHits)
        {
            AddFew(matches, counted);
            return;
        }

        ReadOnlySpan<int> ofStretch = matches.Places.Documents;
        ReadOnlySpan<byte> places = matches.Places.Places;
        // Entries of one leaf come by ascending documents; only several leaves can meet a document again later.
        int documents = counted.Count > 1 ? matches.Segment.Live.Documents : 0;
        ulong[] seen = ArrayPool<ulong>.Shared.Rent(documents);
        seen.AsSpan(0, documents).Clear();
        foreach (int leaf in counted)
        {
            int document = -1;
            bool isHit = false;
            ulong met = 0;
            ReadOnlySpan<int> stretches = matches.Leaves[leaf].Stretches;
            ReadOnlySpan<int> counts = matches.Leaves[leaf].Counts;
            for (int i = 0; i < stretches.Length; i++)
            {
                int stretch = stretches[i];
                if (ofStretch[stretch] != document)
                {
                    document = ofStretch[stretch];
                    isHit = found[document];
                    met = documents > 0 ? seen[document] : 0;
                }

                if (!isHit)
                    continue;
                int place = places[stretch];
                _occurrences[place] += counts[i];
                _documents[place] += (int)(~met >> place & 1);
                met |= 1UL << place;
                if (documents > 0)
                    seen[document] = met;
            }
        }

        ArrayPool<ulong>.Shared.Return(seen);
    }

    /// <summary>The same where only the hits are looked at, and nothing is kept for other documents.</summary>
    private void AddFew(SegmentMatches matches, IReadOnlyList<int> counted)
    {
        ReadOnlySpan<byte> places = matches.Places.Places;
        int hits = matches.HitCount;
        ulong[] met = ArrayPool<ulong>.Shared.Rent(hits);
        met.AsSpan(0, hits).Clear();
        foreach (int leaf in counted)
        {
            ReadOnlySpan<int> stretches = matches.Leaves[leaf].Stretches;
            ReadOnlySpan<int> counts = matches.Leaves[leaf].Counts;
            ReadOnlySpan<int> entries = matches.EntriesOf(leaf);
            for (int i = 0; i < hits; i++)
            {
                for (int entry = entries[2 * i]; entry < entries[(2 * i) + 1]; entry++)
                {
                    int place = places[stretches[entry]];
                    _occurrences[place] += counts[entry];
                    _documents[place] += (int)(~met[i] >> place & 1);
                    met[i] |= 1UL << place;
                }
            }
        }

        ArrayPool<ulong>.Shared.Return(met);
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
