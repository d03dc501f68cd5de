namespace SearchEngine.Web.Features.Results;

/// <summary>A year's bar.</summary>
/// <param name="Year">The report year.</param>
/// <param name="Count">Reports that mention.</param>
/// <param name="Of">Reports collected; 0 is drawn as hatch.</param>
/// <param name="Left">Left edge, in percent of the width.</param>
/// <param name="Width">Width, in percent.</param>
/// <param name="Middle">Middle of the bar, in percent.</param>
/// <param name="FrameHeight">Height of the frame, in pixels.</param>
/// <param name="FillHeight">Height of the filled part, in pixels.</param>
/// <param name="ShowsYear">True where the year is written under the bar.</param>
/// <param name="IsChosen">True when this year alone is chosen.</param>
/// <param name="Url">Next state; null for a year without mention.</param>
public sealed record YearBar(
    int Year,
    int Count,
    int Of,
    string Left,
    string Width,
    string Middle,
    int FrameHeight,
    int FillHeight,
    bool ShowsYear,
    bool IsChosen,
    string? Url);
