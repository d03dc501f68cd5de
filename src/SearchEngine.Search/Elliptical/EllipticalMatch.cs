using SearchEngine.Index.Search;

namespace SearchEngine.Search.Elliptical;

/// <summary>A shortened form in a paragraph.</summary>
/// <param name="Head">Where the first half stands.</param>
/// <param name="Tail">Where the second half stands.</param>
public readonly record struct EllipticalMatch(TextRange Head, TextRange Tail)
{
    /// <summary>From the first half through the second.</summary>
    public TextRange Whole => new(Head.Start, Tail.End);
}
