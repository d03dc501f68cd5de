namespace SearchEngine.Reports.Model;

/// <summary>A part of the body under one heading. Blocks follow one another in the order of the text.</summary>
/// <param name="Role">The role of the level-1 heading that this block stands under.</param>
/// <param name="Heading">The heading as written, or null before the first one.</param>
/// <param name="Level">0 before the first heading, 1 for 一、, 2 for （一）, 3 for 1. .</param>
/// <param name="HeadingStandsAlone">
/// True when the heading is a line of its own; false when it runs into the first paragraph, which then begins with it.
/// </param>
/// <param name="Paragraphs">The paragraphs up to the next heading, without a heading that stands alone.</param>
public sealed record Block(
    BlockRole Role, string? Heading, int Level, bool HeadingStandsAlone, IReadOnlyList<string> Paragraphs);
