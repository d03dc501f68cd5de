using System.Globalization;

namespace SearchEngine.Web.Features.Results;

/// <summary>
/// Bars over consecutive years: frame = collected, fill = mentioned, hatch = not collected. Horizontal positions are
/// percentages and vertical ones pixels, so that type keeps its size at every width.
/// </summary>
public sealed record YearChart(IReadOnlyList<YearBar> Bars, string Finding, string? SinceUrl, string? SinceLabel)
{
    public const int Height = 96;
    public const int Base = 74;
    internal const int Tallest = 48;
    internal const int Shortest = 6;

    internal static string Percent(double share) => (share * 100).ToString("0.##", CultureInfo.InvariantCulture) + "%";
}
