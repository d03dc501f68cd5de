using AngleSharp.Html.Dom;

namespace SearchEngine.Cleaning.Html;

/// <summary>A parsed page, or the reason why it was refused.</summary>
/// <param name="Document">The page; null when refused.</param>
/// <param name="Refusal">The reason in Chinese; null when parsed.</param>
internal sealed record HtmlOutcome(IHtmlDocument? Document, string? Refusal);
