using System.Buffers;
using SearchEngine.Index.Codec;
using SearchEngine.Index.Query;
using SearchEngine.Index.Search;

namespace SearchEngine.Index.Facets;

/// <summary>Counts documents and occurrences by role, whatever roles the request chose.</summary>
/// <param name="roles">Number of roles.</param>
/// <param name="plan">The query.</param>
internal sealed class RoleCounter(int roles, QueryPlan plan)
{
    /// <summary>The leaves whose occurrences count.</summary>
    private readonly int[] _counted = [.. Enumerable.Range(0, plan.Leaves.Count).Where(leaf => plan.Leaves[leaf].Counts)];

    // A place for titles too, so that no entry needs a look whether it is one; it is not given out.
    private readonly long[] _documents = new long[IndexLimits.Roles + 1];
    private readonly int[] _of = new int[IndexLimits.Roles];
    private readonly long[] _occurrences = new long[IndexLimits.Roles + 1];

    /// <summary>Adds a segment.</summary>
    public void Add(SegmentMatches matches)
    {
        CountUniverse(matches);
        bool areHits = matches.Unrestricted == matches.Restricted;
        if (areHits && matches.Tally is { } tally)
        {
            for (int role = 0; role < _documents.Length; role++)
            {
                _documents[role] += tally.Roles[role].Documents;
                _occurrences[role] += tally.Roles[role].Occurrences;
            }

            return;
        }

        BitSet found = areHits ? matches.Hits : matches.Unrestricted.Bits.Copy().And(matches.Universe());
        ReadOnlySpan<int> ofStretch = matches.Places.Documents;
        ReadOnlySpan<byte> places = matches.Places.Places;
        // Entries of one leaf come by ascending documents; only several leaves can meet a document again later.
        int documents = _counted.Length > 1 ? matches.Segment.Live.Documents : 0;
        ulong[] seen = ArrayPool<ulong>.Shared.Rent(documents);
        seen.AsSpan(0, documents).Clear();
        foreach (int leaf in _counted)
        {
            int document = -1;
            bool isHit = false;
            ulong met = 0;
            ReadOnlySpan<int> stretches = matches.Leaves[leaf].Stretches;
            ReadOnlySpan<int> counts = matches.Leaves[leaf].Counts;
            int ahead = Fetch.AheadOf(stretches.Length, places.Length);
            for (int i = 0; i < stretches.Length; i++)
            {
                int stretch = stretches[i];
                if (i + ahead < stretches.Length)
                    Fetch.Line(places, stretches[i + ahead]);
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
                _documents[place] += (long)(~met >> place & 1);
                met |= 1UL << place;
                if (documents > 0)
                    seen[document] = met;
            }
        }

        ArrayPool<ulong>.Shared.Return(seen);
    }

    public IReadOnlyList<RoleCount> ToCounts() =>
        [.. Enumerable.Range(0, roles).Select(role => new RoleCount(role, (int)_documents[role], _of[role], _occurrences[role]))];

    private void CountUniverse(SegmentMatches matches)
    {
        if (!matches.IsFiltered(exceptField: null))
        {
            for (int role = 0; role < roles; role++)
                _of[role] += matches.Segment.RoleDocuments[role];
            return;
        }

        BitSet universe = matches.Universe();
        ReadOnlySpan<uint> masks = matches.Segment.Reader.RoleMasks;
        for (int document = universe.Next(0); document >= 0; document = universe.Next(document + 1))
        {
            for (int role = 0; role < roles; role++)
                _of[role] += (int)(masks[document] >> role & 1);
        }
    }
}
