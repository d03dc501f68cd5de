namespace SearchEngine.Cleaning.Extraction;

/// <summary>Where the article's text stands on a page.</summary>
/// <param name="Lines">Numbers of its lines, ascending; empty when the page has no running text.</param>
/// <param name="By">What found it: container, density, structure, text.</param>
internal sealed record BodyRange(IReadOnlyList<int> Lines, string By);
