using SearchEngine.Cleaning.Lines;

namespace SearchEngine.Cleaning.Extraction;

/// <summary>What stands above the line that the page gives as its title is not the article's.</summary>
internal static class BelowTitle
{
    private static readonly char[] Separators = ['_', '|', '-', '－', '—', '–'];

    // Characters of a title that cannot be a heading of the text by chance.
    private const int LeastTitle = 8;

    // A heading that repeats less of the title than this is one of the text's own: 法治政府建设工作情况.
    private const double LeastShare = 0.8;

    /// <summary>The body from its title on, where its title stands in its first half; else all of it.</summary>
    /// <param name="outline">The page.</param>
    /// <param name="weights">Of its lines; those of text are positive.</param>
    /// <param name="range">The body.</param>
    public static BodyRange Cut(PageOutline outline, double[] weights, BodyRange range)
    {
        HashSet<string> stated = [.. (outline.DocumentTitle ?? "").Split(Separators)
            .Append(outline.DocumentTitle).Append(outline.Metas.Find(meta => meta.Name == "articletitle").Content)
            .Select(TextTidy.Squash)];
        double all = 0, above = 0;
        foreach (int i in range.Lines)
            all += Math.Max(0, weights[i]);
        int title = -1;
        for (int k = 0; k < range.Lines.Count && above < all / 2; k++)
        {
            int i = range.Lines[k];
            if (above > 0 && IsTitle(outline.Lines[i], stated))
                title = k;
            above += Math.Max(0, weights[i]);
        }

        return title < 0 ? range : range with { Lines = [.. range.Lines.Skip(title)] };
    }

    // The text may repeat a clause of its title; the whole of it, or a heading with nearly all of it, is the title itself.
    private static bool IsTitle(PageLine line, HashSet<string> stated)
    {
        string squashed = TextTidy.Squash(line.Text);
        return squashed.Length >= LeastTitle && line.LinkShare < 0.5 && (stated.Contains(squashed)
            || (line.HeadingTag is 1 or 2 or 3 && stated.Any(title => squashed.Length >= LeastShare * title.Length
                && title.Contains(squashed, StringComparison.Ordinal))));
    }
}
