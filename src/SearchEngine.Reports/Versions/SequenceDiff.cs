namespace SearchEngine.Reports.Versions;

/// <summary>The fewest items to take out and put in to turn one sequence into another (longest common subsequence).</summary>
internal static class SequenceDiff
{
    // Cells of the table: 4 million take some 20 ms and 16 MB; what is larger is said to be replaced whole.
    private const long MaxCells = 4_000_000;

    /// <summary>Each step in order: an item of both sequences, of the older only, or of the newer only.</summary>
    public static IReadOnlyList<(DiffKind Kind, string Item)> Compare(IReadOnlyList<string> older, IReadOnlyList<string> newer)
    {
        int head = 0;
        while (head < older.Count && head < newer.Count && older[head] == newer[head])
            head++;
        int tail = 0;
        while (tail < older.Count - head && tail < newer.Count - head && older[^(tail + 1)] == newer[^(tail + 1)])
            tail++;
        string[] before = [.. older.Skip(head).Take(older.Count - head - tail)];
        string[] after = [.. newer.Skip(head).Take(newer.Count - head - tail)];
        return
        [
            .. older.Take(head).Select(item => (DiffKind.Same, item)),
            .. (long)before.Length * after.Length > MaxCells ? Replaced(before, after) : Middle(before, after),
            .. older.Skip(older.Count - tail).Select(item => (DiffKind.Same, item)),
        ];
    }

    private static IEnumerable<(DiffKind, string)> Replaced(string[] before, string[] after) =>
        before.Select(item => (DiffKind.Removed, item)).Concat(after.Select(item => (DiffKind.Added, item)));

    private static List<(DiffKind, string)> Middle(string[] before, string[] after)
    {
        // A table of rows: how many items the rests from an older and a newer item on have in common.
        int width = after.Length + 1;
        int[] common = new int[(before.Length + 1) * width];
        for (int i = before.Length - 1; i >= 0; i--)
        {
            for (int j = after.Length - 1; j >= 0; j--)
            {
                common[(i * width) + j] = before[i] == after[j]
                    ? common[((i + 1) * width) + j + 1] + 1
                    : Math.Max(common[((i + 1) * width) + j], common[(i * width) + j + 1]);
            }
        }

        List<(DiffKind, string)> steps = [];
        int from = 0, to = 0;
        while (from < before.Length || to < after.Length)
        {
            if (from < before.Length && to < after.Length && before[from] == after[to])
            {
                steps.Add((DiffKind.Same, before[from++]));
                to++;
            }
            else if (to == after.Length || (from < before.Length && common[((from + 1) * width) + to] >= common[(from * width) + to + 1]))
            {
                steps.Add((DiffKind.Removed, before[from++]));
            }
            else
            {
                steps.Add((DiffKind.Added, after[to++]));
            }
        }

        return steps;
    }
}
