using SearchEngine.Cleaning.Lines;

namespace SearchEngine.Cleaning.Extraction;

/// <summary>
/// Carries a body as far as its ladder of headings shows it to reach: a text that begins at 四、 has its 一、 above, and
/// what follows five parts is the sixth. Notices that are tables of short cells have no sentences that would tell.
/// </summary>
internal static class LadderReach
{
    // Lines between two parts of one text.
    private const int MostLines = 400;

    // Between two parts of one text stand few links; between a menu's numbered items many.
    private const double MostLinked = 0.3;

    private const string Numerals = "一二三四五六七八九";

    /// <summary>The lines of the body with the parts above and below that its ladder lacks, ascending.</summary>
    /// <param name="outline">The page.</param>
    /// <param name="noise">Which of its lines are never an article's.</param>
    /// <param name="lines">Numbers of the body's lines, ascending.</param>
    public static IReadOnlyList<int> Complete(PageOutline outline, bool[] noise, IReadOnlyList<int> lines)
    {
        int[] rungs = [.. lines.Select(number => Rung(outline.Lines[number])).Where(rung => rung > 0)];
        if (rungs.Length == 0)
            return lines;
        int first = rungs[0] > 1 ? Above(outline, noise, lines[0], rungs[0]) : lines[0];
        int last = Below(outline, noise, lines[^1], rungs[^1]);
        if (first < lines[0] || last > lines[^1])
            last = RestOfTable(outline, noise, last);
        return first == lines[0] && last == lines[^1] ? lines
            : [.. Range(first, lines[0]), .. lines, .. Range(lines[^1] + 1, last + 1)];

        IEnumerable<int> Range(int from, int to) =>
            Enumerable.Range(from, to - from).Where(number => !noise[number]);
    }

    private static int Above(PageOutline outline, bool[] noise, int start, int rung)
    {
        for (int i = start - 1; i >= Math.Max(0, start - MostLines) && !IsTitle(outline.Lines[i]); i--)
            if (!noise[i] && Rung(outline.Lines[i]) is > 0 and var above)
            {
                if (above != rung - 1)
                    return start;
                rung = above;
                if (rung == 1)
                    return IsText(outline, noise, i, start) ? i : start;
            }

        return start;
    }

    private static int Below(PageOutline outline, bool[] noise, int end, int rung)
    {
        int reached = end;
        for (int i = end + 1; i < Math.Min(outline.Lines.Count, end + MostLines) && !IsTitle(outline.Lines[i]); i++)
            if (!noise[i] && Rung(outline.Lines[i]) is > 0 and var below)
            {
                if (below != rung + 1 || !IsText(outline, noise, reached + 1, i))
                    break;
                (rung, reached) = (below, i);
            }

        return reached;
    }

    // What the last part says stands in the rows below its heading.
    private static int RestOfTable(PageOutline outline, bool[] noise, int last)
    {
        if (Table(outline, outline.Lines[last].Node) is not { } table)
            return last;
        while (last + 1 < outline.Lines.Count && outline.Lines[last + 1] is { LinkShare: < 0.5 } next && !noise[last + 1]
            && outline.IsWithin(next.Node, table) && !LinePatterns.IsBoilerplate(next.Text))
            last++;
        return last;
    }

    private static int? Table(PageOutline outline, int node)
    {
        for (; node > 0; node = outline.Node(node).Parent)
            if (outline.Node(node).Tag == "table")
                return node;
        return null;
    }

    private static bool IsText(PageOutline outline, bool[] noise, int from, int to)
    {
        int all = 1, linked = 0;
        for (int i = from; i < to; i++)
            if (!noise[i])
                (all, linked) = (all + outline.Lines[i].Text.Length, linked + outline.Lines[i].LinkChars);
        return linked < MostLinked * all;
    }

    private static bool IsTitle(PageLine line) => line.HeadingTag is 1 or 2 && Rung(line) == 0;

    // 1 to 19 for 一、 to 十九、, else 0.
    private static int Rung(PageLine line)
    {
        string text = line.Text;
        if (line.LinkShare > 0.5 || !LinePatterns.IsLevel1(text))
            return 0;
        int tens = text[0] == '十' ? 10 : 0;
        int unit = Numerals.IndexOf(text[tens > 0 ? 1 : 0], StringComparison.Ordinal) + 1;
        return tens == 0 && text[1] == '十' ? 0 : tens + unit;
    }
}
