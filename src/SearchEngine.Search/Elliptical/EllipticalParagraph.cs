using SearchEngine.Index.Search;

namespace SearchEngine.Search.Elliptical;

/// <summary>A paragraph with shortened forms in it.</summary>
/// <param name="Paragraph">The paragraph; its own ranges belong to the candidates' query, not to the forms.</param>
/// <param name="Matches">The forms in order, at least one.</param>
internal sealed record EllipticalParagraph(ParagraphMatch Paragraph, IReadOnlyList<EllipticalMatch> Matches);
