namespace SearchEngine.Web.Features.Read;

/// <summary>A field of the metadata card.</summary>
/// <param name="Label">Its word.</param>
/// <param name="Value">The value as people say it; null when the page gives none.</param>
/// <param name="State">Class and word of the confidence: sure, inferred, absent.</param>
/// <param name="Raw">The page's own characters; null when there are none.</param>
/// <param name="From">Where they stand.</param>
/// <param name="Taken">The value in its canonical form, where it differs from the raw one.</param>
/// <param name="Reason">Why, in words; null when there is nothing to add.</param>
/// <param name="Rejected">Candidates that were not taken.</param>
public sealed record FieldCard(
    string Label,
    string? Value,
    FieldState State,
    string? Raw,
    string? From,
    string? Taken,
    string? Reason,
    IReadOnlyList<(string Raw, string Why)> Rejected)
{
    public bool HasEvidence => Raw is not null || Reason is not null || Rejected.Count > 0;
}
