using SearchEngine.Web.Features.Shared;

namespace SearchEngine.Web.Features.Read;

/// <summary>A line of the text.</summary>
/// <param name="Anchor">Fragment of the line, e.g. p12 or b3.</param>
/// <param name="Number">Number of the paragraph; null for a heading that stands alone.</param>
/// <param name="HeadingTag">2 to 4 where the line is or begins with a heading; null elsewhere.</param>
/// <param name="Heading">The heading's runs; empty when there is none.</param>
/// <param name="Text">What follows the heading.</param>
/// <param name="Role">Label of the role, on headings that open one; null elsewhere.</param>
/// <param name="RoleClass">Class of its square.</param>
public sealed record ReadLine(
    string Anchor,
    int? Number,
    int? HeadingTag,
    IReadOnlyList<TextRun> Heading,
    IReadOnlyList<TextRun> Text,
    string? Role,
    string RoleClass);
