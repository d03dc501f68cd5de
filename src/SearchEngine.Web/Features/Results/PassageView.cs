using SearchEngine.Web.Features.Shared;

namespace SearchEngine.Web.Features.Results;

/// <summary>A passage, ready to be shown.</summary>
/// <param name="Role">Label of the block's role; 标题 for the title.</param>
/// <param name="RoleClass">Class of the square beside it.</param>
/// <param name="Runs">The text with its marks.</param>
/// <param name="Location">Where it stands, e.g. （五）第 7 段; null for the title.</param>
/// <param name="Url">The reading page at that paragraph.</param>
/// <param name="Elliptical">
/// The words that stand for a shortened phrase, as written; null for a literal passage.
/// </param>
public sealed record PassageView(
    string Role, string RoleClass, IReadOnlyList<TextRun> Runs, string? Location, string Url, string? Elliptical);
