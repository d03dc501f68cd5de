namespace SearchEngine.Web.Features.Results;

/// <summary>A value of a facet, ready to be shown.</summary>
/// <param name="Label">Its word.</param>
/// <param name="RoleClass">Class of the square beside a block's role; null elsewhere.</param>
/// <param name="Count">Reports that match.</param>
/// <param name="Of">Reports collected.</param>
/// <param name="Occurrences">处, for blocks; null elsewhere.</param>
/// <param name="Choice">What was done with it.</param>
/// <param name="Url">Next state when the name is followed; null for a zero, which is text.</param>
/// <param name="OtherUrl">Next state of the sign at the end: leave out, take back; null where there is none.</param>
/// <param name="Children">Values below it.</param>
public sealed record FacetRow(
    string Label,
    string? RoleClass,
    int Count,
    int Of,
    long? Occurrences,
    FacetChoice Choice,
    string? Url,
    string? OtherUrl,
    IReadOnlyList<FacetRow> Children);
