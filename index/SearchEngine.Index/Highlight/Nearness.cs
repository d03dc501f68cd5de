using SearchEngine.Index.Indexing;
using SearchEngine.Index.Query;

namespace SearchEngine.Index.Highlight;

/// <summary>
/// Which occurrences of two sides have a partner. Partners do not overlap. Places are compared inside groups (a
/// paragraph, a sentence, a section) with sorted arrays, so that a text full of both sides costs n log n.
/// </summary>
internal static class Nearness
{
    public static IReadOnlyList<Occurrence> Select(
        NearLeaf near, List<Occurrence> left, List<Occurrence> right, IReadOnlyList<Paragraph> paragraphs)
    {
        ILookup<object, Occurrence> lefts = left.ToLookup(occurrence => GroupOf(near.Scope, occurrence, paragraphs));
        ILookup<object, Occurrence> rights = right.ToLookup(occurrence => GroupOf(near.Scope, occurrence, paragraphs));
        long distance = near.Scope == NearScope.Units ? near.Distance : long.MaxValue / 2;
        HashSet<Occurrence> selected = [];
        foreach (IGrouping<object, Occurrence> group in lefts)
        {
            if (!rights.Contains(group.Key))
                continue;
            Places leftPlaces = new(group);
            Places rightPlaces = new(rights[group.Key]);
            foreach (Occurrence occurrence in group)
            {
                if (rightPlaces.AnyBehind(occurrence, distance)
                    || (!near.Ordered && rightPlaces.AnyBefore(occurrence, distance)))
                    selected.Add(occurrence);
            }

            foreach (Occurrence occurrence in rights[group.Key])
            {
                if (leftPlaces.AnyBefore(occurrence, distance)
                    || (!near.Ordered && leftPlaces.AnyBehind(occurrence, distance)))
                    selected.Add(occurrence);
            }
        }

        return [.. selected.OrderBy(o => o.Paragraph).ThenBy(o => o.StartUnit).ThenBy(o => o.EndUnit)];
    }

    private static object GroupOf(NearScope scope, in Occurrence occurrence, IReadOnlyList<Paragraph> paragraphs)
    {
        Paragraph paragraph = paragraphs[occurrence.Paragraph];
        return scope switch
        {
            NearScope.Sentence => (occurrence.Paragraph, occurrence.Sentence),
            NearScope.Section => (paragraph.Zone, paragraph.Section, paragraph.Role),
            _ => occurrence.Paragraph,
        };
    }

    /// <summary>Starts and ends of a group's occurrences on one line, paragraph by paragraph.</summary>
    private sealed class Places
    {
        private readonly long[] _starts;
        private readonly long[] _ends;

        public Places(IEnumerable<Occurrence> occurrences)
        {
            _starts = [.. occurrences.Select(o => At(o.Paragraph, o.StartUnit)).Order()];
            _ends = [.. occurrences.Select(o => At(o.Paragraph, o.EndUnit)).Order()];
        }

        public bool AnyBehind(in Occurrence occurrence, long distance)
        {
            long end = At(occurrence.Paragraph, occurrence.EndUnit);
            int next = LowerBound(_starts, end);
            return next < _starts.Length && _starts[next] - end <= distance;
        }

        public bool AnyBefore(in Occurrence occurrence, long distance)
        {
            long start = At(occurrence.Paragraph, occurrence.StartUnit);
            int next = LowerBound(_ends, start + 1);
            return next > 0 && start - _ends[next - 1] <= distance;
        }

        private static long At(int paragraph, int unit) => ((long)paragraph << 32) | (uint)unit;

        private static int LowerBound(long[] values, long wanted)
        {
            int index = Array.BinarySearch(values, wanted);
            if (index < 0)
                return ~index;
            while (index > 0 && values[index - 1] == wanted)
                index--;
            return index;
        }
    }
}
