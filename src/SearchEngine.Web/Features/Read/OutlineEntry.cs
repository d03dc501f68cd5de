namespace SearchEngine.Web.Features.Read;

/// <summary>An entry of the outline.</summary>
/// <param name="Label">The heading, shortened.</param>
/// <param name="Role">Label of the role; null below the first level.</param>
/// <param name="RoleClass">Class of its colour.</param>
/// <param name="Anchor">Fragment it leads to.</param>
/// <param name="Hits">处 under it, its children's included.</param>
/// <param name="Children">Entries below it.</param>
public sealed record OutlineEntry(
    string Label, string? Role, string RoleClass, string Anchor, int Hits, IReadOnlyList<OutlineEntry> Children);
