using System.Buffers;
using SearchEngine.Cleaning.Fields;
using SearchEngine.Cleaning.Lines;

namespace SearchEngine.Cleaning.Extraction;

/// <summary>How much a line speaks for or against being part of an article, in characters of prose.</summary>
internal static class LineWeight
{
    // Calibrated on the acceptance pages; a menu of ten words must outweigh a caption, and one sentence a menu of five.
    private const double Short = -8, Cell = -1, Furniture = -30, Heading = 15, Link = -5, LinkCharsCounted = 30;
    private const int SentenceChars = 8, ProseChars = 40;
    private const double ProseShare = 0.7;

    private static readonly SearchValues<char> Punctuation = SearchValues.Create("，,。；;、");

    public static double Of(PageLine line)
    {
        string text = line.Text;
        if (line.LinkShare > 0.5 || (line.LinkChars > 0 && LinePatterns.IsTeaser(text)))
            return Link - Math.Min(text.Length, LinkCharsCounted);
        if (LinePatterns.IsBoilerplate(text) || LinePatterns.IsBreadcrumb(text) || FieldBlock.IsFieldLine(text))
            return Furniture;
        if (LinePatterns.IsHeading(text) || LinePatterns.IsSection(text))
            return Heading + (LinePatterns.EndsSentence(text) ? text.Length : 0);
        int ink = text.Length - line.LinkChars;
        if (text.Length >= SentenceChars && LinePatterns.EndsSentence(text))
            return ink;
        return text.Length >= ProseChars && text.AsSpan().ContainsAny(Punctuation) ? ink * ProseShare : Short;
    }

    /// <summary>The same for a line that shares its row of a table with others: a table of figures inside an article has
    /// many short cells, and must not break it in two.</summary>
    public static double OfCell(PageLine line) => Of(line) is var weight && weight == Short ? Cell : weight;

    /// <summary>True when a line is running text.</summary>
    public static bool IsProse(PageLine line) => Of(line) >= ProseChars * ProseShare;
}
