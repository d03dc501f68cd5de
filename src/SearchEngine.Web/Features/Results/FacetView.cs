namespace SearchEngine.Web.Features.Results;

/// <summary>A facet, ready to be shown.</summary>
/// <param name="Label">Its word.</param>
/// <param name="Note">What the figures are, e.g. 提及 / 已采集.</param>
/// <param name="Rows">The values shown at once.</param>
/// <param name="Folded">The values folded away.</param>
/// <param name="Chart">Bars over years; null for other facets.</param>
public sealed record FacetView(
    string Label, string Note, IReadOnlyList<FacetRow> Rows, IReadOnlyList<FacetRow> Folded, YearChart? Chart = null);
