using SearchEngine.Reports.Model;

namespace SearchEngine.Reports.Catalogue;

/// <summary>A capture, and the page that was made of its address.</summary>
/// <param name="Capture">The capture.</param>
/// <param name="FileName">Name of the imported file; null for a response.</param>
/// <param name="PageId">Id of the page; null where the address has none (rules, site maps, errors).</param>
/// <param name="Kind">What the page is.</param>
/// <param name="Title">The page's title.</param>
/// <param name="Region">Names of the place joined by /.</param>
/// <param name="Year">The year reported on.</param>
public sealed record HeldCapture(
    Capture Capture, string? FileName, string? PageId, PageKind? Kind, string? Title, string? Region, int? Year);
