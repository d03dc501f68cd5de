namespace SearchEngine.Web.Features.Shared;

/// <summary>A piece of a text that is shown in one way.</summary>
/// <param name="Text">The characters, not encoded; the view encodes them.</param>
/// <param name="Kind">What it is to the query.</param>
/// <param name="Anchor">Fragment that leads here, e.g. h2; null for most.</param>
/// <param name="IsCurrent">True for the hit the reader is at.</param>
/// <param name="IsLead">True in a paragraph's 一是…。 sentence, which is set stronger.</param>
public sealed record TextRun(
    string Text, MarkKind Kind = MarkKind.None, string? Anchor = null, bool IsCurrent = false, bool IsLead = false);
