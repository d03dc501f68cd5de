using System.Runtime.InteropServices;

namespace SearchEngine.Index.Search;

/// <summary>
/// Which occurrences of two sides have a partner, by positions alone. Partners do not overlap and stand in one group (a
/// paragraph, a sentence, a section), at most a distance apart.
/// </summary>
internal static class NearPositions
{
    /// <summary>Distinct start and end of the occurrences, ascending. Sorts both sides.</summary>
    public static List<(int Start, int End)> Select(
        List<PlacedPhrase> left, List<PlacedPhrase> right, bool ordered, int distance)
    {
        left.Sort();
        right.Sort();
        List<(int Start, int End)> selected = [];
        ReadOnlySpan<PlacedPhrase> lefts = CollectionsMarshal.AsSpan(left);
        ReadOnlySpan<PlacedPhrase> rights = CollectionsMarshal.AsSpan(right);
        int r = 0;
        for (int l = 0; l < lefts.Length && r < rights.Length;)
        {
            if (lefts[l].Group != rights[r].Group)
            {
                _ = lefts[l].Group < rights[r].Group ? l++ : r++;
                continue;
            }

            int leftEnd = EndOfGroup(lefts, l);
            int rightEnd = EndOfGroup(rights, r);
            SelectGroup(lefts[l..leftEnd], rights[r..rightEnd], ordered, distance, selected);
            (l, r) = (leftEnd, rightEnd);
        }

        selected.Sort();
        int distinct = 0;
        for (int i = 0; i < selected.Count; i++)
        {
            if (i == 0 || selected[i] != selected[i - 1])
                selected[distinct++] = selected[i];
        }

        selected.RemoveRange(distinct, selected.Count - distinct);
        return selected;
    }

    private static void SelectGroup(
        ReadOnlySpan<PlacedPhrase> left, ReadOnlySpan<PlacedPhrase> right, bool ordered, int distance,
        List<(int Start, int End)> selected)
    {
        int[] leftEnds = EndsOf(left);
        int[] rightEnds = EndsOf(right);
        foreach (PlacedPhrase phrase in left)
        {
            if (HasBehind(phrase, right, distance) || (!ordered && HasBefore(phrase, rightEnds, distance)))
                selected.Add((phrase.Start, phrase.End));
        }

        foreach (PlacedPhrase phrase in right)
        {
            if (HasBefore(phrase, leftEnds, distance) || (!ordered && HasBehind(phrase, left, distance)))
                selected.Add((phrase.Start, phrase.End));
        }
    }

    private static bool HasBehind(PlacedPhrase phrase, ReadOnlySpan<PlacedPhrase> others, int distance)
    {
        int low = 0;
        int high = others.Length;
        while (low < high)
        {
            int middle = (low + high) >> 1;
            if (others[middle].Start < phrase.End)
                low = middle + 1;
            else
                high = middle;
        }

        return low < others.Length && others[low].Start - phrase.End <= distance;
    }

    private static bool HasBefore(PlacedPhrase phrase, int[] ends, int distance)
    {
        int low = 0;
        int high = ends.Length;
        while (low < high)
        {
            int middle = (low + high) >> 1;
            if (ends[middle] <= phrase.Start)
                low = middle + 1;
            else
                high = middle;
        }

        return low > 0 && phrase.Start - ends[low - 1] <= distance;
    }

    private static int[] EndsOf(ReadOnlySpan<PlacedPhrase> phrases)
    {
        int[] ends = new int[phrases.Length];
        for (int i = 0; i < ends.Length; i++)
            ends[i] = phrases[i].End;
        // Phrases of several lengths may end in another order than they begin.
        Array.Sort(ends);
        return ends;
    }

    private static int EndOfGroup(ReadOnlySpan<PlacedPhrase> phrases, int at)
    {
        int group = phrases[at].Group;
        while (at < phrases.Length && phrases[at].Group == group)
            at++;
        return at;
    }
}
