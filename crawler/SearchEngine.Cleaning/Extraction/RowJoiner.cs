using SearchEngine.Cleaning.Lines;

namespace SearchEngine.Cleaning.Extraction;

/// <summary>Makes one line of each row of a data table. Tables that only lay out the page stay as they are.</summary>
internal static class RowJoiner
{
    private const int CellChars = 200;

    public static List<PageLine> Join(IReadOnlyList<PageLine> lines)
    {
        List<PageLine> joined = [];
        for (int start = 0; start < lines.Count;)
        {
            int end = start + 1;
            while (end < lines.Count && lines[start].Row >= 0 && lines[end].Row == lines[start].Row)
                end++;
            if (IsDataRow(lines, start, end))
                joined.Add(lines[start] with
                {
                    Text = string.Join(' ', lines.Skip(start).Take(end - start)
                    .Select(line => line.Text)),
                    LinkChars = lines.Skip(start).Take(end - start).Sum(line => line.LinkChars),
                });
            else
                joined.AddRange(lines.Skip(start).Take(end - start));
            start = end;
        }

        return joined;
    }

    private static bool IsDataRow(IReadOnlyList<PageLine> lines, int start, int end)
    {
        if (end - start < 2)
            return false;
        for (int i = start; i < end; i++)
            if (lines[i].Text.Length > CellChars || (i > start && lines[i].Cell == lines[i - 1].Cell))
                return false;
        return true;
    }
}
