using SearchEngine.Cleaning.Lines;

namespace SearchEngine.Cleaning.Html;

/// <summary>
/// The parts of a page that their markup calls navigation, footer and the like. A part that holds most of the page's
/// text only bears such a name (a wrapper called search-result-page, a body called nav-fixed) and is none.
/// </summary>
internal sealed class NoiseParts
{
    private const double MostShare = 0.5;

    private readonly List<(int Outer, int Chars)> parts = [];
    private readonly List<int> partOfLine = [];
    private int allChars;

    /// <summary>Notes a part that lies in another (or in none, -1) and returns its number.</summary>
    public int Add(int outer)
    {
        parts.Add((outer, 0));
        return parts.Count - 1;
    }

    /// <summary>Counts the next line: the part it stands in, or -1, and its characters outside links.</summary>
    public void Count(int part, int chars)
    {
        partOfLine.Add(part);
        allChars += chars;
        for (int at = part; at >= 0; at = parts[at].Outer)
            parts[at] = (parts[at].Outer, parts[at].Chars + chars);
    }

    /// <summary>Frees the lines that are noise only by a part that holds most of the page.</summary>
    /// <param name="lines">All lines counted, in the same order.</param>
    public void Clear(List<PageLine> lines)
    {
        for (int i = 0; i < lines.Count; i++)
        {
            int part = partOfLine[i];
            while (part >= 0 && parts[part].Chars > MostShare * allChars)
                part = parts[part].Outer;
            if (part < 0 && lines[i].Noise)
                lines[i] = lines[i] with { Noise = false };
        }
    }
}
