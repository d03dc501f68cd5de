using System.Text.RegularExpressions;
using SearchEngine.Reports.Model;
using SearchEngine.Web.Features.Shared;

namespace SearchEngine.Web.Features.Read;

/// <summary>Lays the lines of a body out. What is shown is character by character what was indexed.</summary>
internal static partial class LinePresenter
{
    public static IReadOnlyList<ReadLine> Of(CleanReport report, IReadOnlyList<BodyLine> lines, HitMap hits)
    {
        List<ReadLine> shown = [];
        int lastTag = 1;
        for (int at = 0; at < lines.Count; at++)
        {
            BodyLine line = lines[at];
            Block? block = line.Section < report.Blocks.Count ? report.Blocks[line.Section] : null;
            int heading = HeadingLength(line, block, at == 0 || lines[at - 1].Section != line.Section);
            if (heading > 0)
            {
                // A heading never skips a level, however the text's own numbering jumps.
                int tag = Math.Clamp(block!.Level + 1, 2, Math.Min(lastTag + 1, 4));
                lastTag = tag;
                shown.Add(Line(line, hits.Lines[at], heading, tag, opensRole: block.Level == 1));
            }
            else
            {
                shown.Add(Line(line, hits.Lines[at], 0, null, opensRole: false));
            }
        }

        return shown;
    }

    /// <summary>Fragment of a line: its paragraph's number, or its block's where a heading stands alone.</summary>
    public static string Anchor(BodyLine line) =>
        line.Paragraph is { } number ? "p" + Wording.Digits(number) : "b" + Wording.Digits(line.Section + 1);

    private static ReadLine Line(BodyLine line, IReadOnlyList<TextMark> marks, int heading, int? tag, bool opensRole)
    {
        IReadOnlyList<TextRun> runs = TextRuns.Of(line.Text, marks, Leads(line.Text));
        (IReadOnlyList<TextRun> before, IReadOnlyList<TextRun> after) = TextRuns.Split(runs, heading);
        return new ReadLine(
            Anchor(line),
            line.Paragraph,
            tag,
            before,
            after,
            opensRole && line.Paragraph is null ? Labels.Of(line.Role) : null,
            RoleStyle.Of(line.Role));
    }

    /// <summary>Characters of the heading that a line is or begins with; 0 for a plain paragraph.</summary>
    private static int HeadingLength(BodyLine line, Block? block, bool isFirstOfBlock)
    {
        if (block?.Heading is not { } heading)
            return 0;
        if (line.Paragraph is null)
            return line.Text.Length;
        return !block.HeadingStandsAlone && isFirstOfBlock && line.Text.StartsWith(heading, StringComparison.Ordinal)
            ? heading.Length
            : 0;
    }

    private static List<(int, int)> Leads(string text)
    {
        List<(int, int)> leads = [];
        foreach (ValueMatch match in LeadSentence().EnumerateMatches(text))
        {
            int end = match.Index + match.Length;
            // A lead announces what follows; where the next item follows at once, the sentence is the item itself.
            if (end < text.Length && !NextItem().IsMatch(text.AsSpan(end)))
                leads.Add((match.Index, end));
        }

        return leads;
    }

    [GeneratedRegex("[一二三四五六七八九十]{1,3}是[^。，,；;：:、！？]{2,24}。", RegexOptions.NonBacktracking)]
    private static partial Regex LeadSentence();

    [GeneratedRegex("^[一二三四五六七八九十]{1,3}是", RegexOptions.NonBacktracking)]
    private static partial Regex NextItem();
}
