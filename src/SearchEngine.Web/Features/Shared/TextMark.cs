namespace SearchEngine.Web.Features.Shared;

/// <summary>A half-open UTF-16 range of a text that is marked.</summary>
internal readonly record struct TextMark(
    int Start, int End, MarkKind Kind, string? Anchor = null, bool IsCurrent = false);
