using SearchEngine.Cleaning.Dates;
using SearchEngine.Cleaning.Lines;
using SearchEngine.Reports.Model;

namespace SearchEngine.Cleaning.Documents;

/// <summary>
/// Joins the lines that a page of fixed width broke: line i and i+1, unless i ends a sentence, i+1 starts a heading, or
/// i is clearly shorter than the width; never across an empty line inside the running text.
/// </summary>
internal static class HardBreaks
{
    // A line this much shorter than the usual full line was not broken by the width.
    private const double FullShare = 0.85;

    public static PageOutline Join(PageOutline broken, List<Repair> repairs)
    {
        PageOutline joined = new() { IsHtml = false };
        joined.AddNode(-1, "#text", "");
        List<PageLine> lines = [.. broken.Lines.Where(line => !IsPageNumber(line.Text))];
        int width = Width(lines);
        int offset = 0;
        foreach (PageLine line in lines)
        {
            if (joined.Lines.Count > 0 && Continues(joined.Lines[^1].Text, LastLength(joined.Lines[^1]), line, width))
            {
                PageLine before = joined.Lines[^1];
                bool latin = char.IsAsciiLetterOrDigit(before.Text[^1]) && char.IsAsciiLetter(line.Text[0]);
                repairs.Add(new Repair("合并断行", offset - 1, "\n", latin ? " " : ""));
                joined.Lines[^1] = before with
                {
                    Text = before.Text + (latin ? " " : "") + line.Text,
                    LinkChars = 0,
                    Row = -1,
                    Cell = line.Text.Length
                };
                offset += line.Text.Length + (latin ? 1 : 0);
            }
            else
            {
                joined.Lines.Add(line with { Cell = line.Text.Length });
                offset += line.Text.Length + 1;
            }
        }

        for (int i = 0; i < joined.Lines.Count; i++)
            joined.Lines[i] = joined.Lines[i] with { Cell = -1 };
        return joined;
    }

    // While joining, Cell carries the length of the last broken line of a paragraph.
    private static int LastLength(PageLine line) => line.Cell;

    private static bool Continues(string text, int lastLength, PageLine next, int width) =>
        lastLength >= FullShare * width && !LinePatterns.EndsSentence(text) && !LinePatterns.IsHeading(next.Text)
        && !DateReader.IsWhole(text) && !DateReader.IsWhole(next.Text) && !LinePatterns.IsClosingPhrase(next.Text);

    // The usual length of a full line: nine of ten lines are no longer.
    private static int Width(List<PageLine> lines)
    {
        int[] lengths = [.. lines.Select(line => line.Text.Length).Order()];
        return lengths.Length == 0 ? int.MaxValue : Math.Max(16, lengths[(int)((lengths.Length - 1) * 0.9)]);
    }

    private static bool IsPageNumber(string text) =>
        text.Length <= 10 && text.Any(char.IsAsciiDigit)
            && text.All(c => char.IsAsciiDigit(c) || c is ' ' or '-' or '—' or '–' or '－' or '第' or '页' or '/');
}
