namespace SearchEngine.Reports.Model;

/// <summary>One line of a report's body.</summary>
/// <param name="Text">The characters as cleaned.</param>
/// <param name="Section">Position of the line's block in <see cref="CleanReport.Blocks"/>; their count for the closing phrase.</param>
/// <param name="Role">The block's role.</param>
/// <param name="Heading">The heading it stands under, or null.</param>
/// <param name="Paragraph">Number of the paragraph from 1, or null for a heading that stands alone.</param>
public sealed record BodyLine(string Text, int Section, BlockRole Role, string? Heading, int? Paragraph);

/// <summary>Numbers the lines of a body. The one place that says what the body consists of.</summary>
internal static class BodyLines
{
    public static IEnumerable<BodyLine> Of(CleanReport report)
    {
        int paragraph = 0;
        for (int section = 0; section < report.Blocks.Count; section++)
        {
            Block block = report.Blocks[section];
            if (block.HeadingStandsAlone && block.Heading is not null)
                yield return new BodyLine(block.Heading, section, block.Role, block.Heading, null);
            foreach (string text in block.Paragraphs)
                yield return new BodyLine(text, section, block.Role, block.Heading, ++paragraph);
        }

        if (report.ClosingPhrase is not null)
            yield return new BodyLine(report.ClosingPhrase, report.Blocks.Count, BlockRole.Other, null, ++paragraph);
    }
}
