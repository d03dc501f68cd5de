namespace SearchEngine.Index.Indexing;

/// <summary>A paragraph as it is shown; canonical text is made from it by the analyzer.</summary>
/// <param name="Text">The original characters.</param>
/// <param name="Zone">Title or body.</param>
/// <param name="Role">Role of its block, 0 to <c>IndexSchema.Roles</c> − 1. A title has none and matches no role
/// filter.</param>
/// <param name="Section">Ordinal of its block in the document, ascending; "same block" means the same section.</param>
public readonly record struct Paragraph(string Text, Zone Zone, int Role, int Section);
