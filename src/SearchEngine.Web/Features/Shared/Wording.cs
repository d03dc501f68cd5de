using System.Globalization;
using SearchEngine.Reports.Model;
using SearchEngine.Web.Features.Results;

namespace SearchEngine.Web.Features.Shared;

/// <summary>How the pages say dates, places and numbers.</summary>
internal static class Wording
{
    /// <summary>Keeps a figure and its measure word on one line.</summary>
    public const string NoBreak = "\u00a0";

    public const string SiteName = "法治政府建设报告检索";

    public static string Count(long number, string measure) => Digits(number) + NoBreak + measure;

    public static string Digits(long number) => number.ToString(CultureInfo.InvariantCulture);

    public static string Date(DateOnly? date) =>
        date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? FacetValues.Unknown;

    /// <summary>In China's time, which knows no summer time: the reports' own.</summary>
    public static string Moment(DateTimeOffset moment) =>
        moment.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    public static string Year(int? year) => year?.ToString(CultureInfo.InvariantCulture) ?? FacetValues.Unknown;

    public static string Place(RegionRef? region) =>
        region is { Path.Count: > 0 } ? string.Join(" › ", region.Path) : "地区不明";

    /// <summary>Reports, places and years of a store in one sentence.</summary>
    public static string Years(int? first, int? last) =>
        (first, last) switch
        {
            (null, null) => FacetValues.Unknown,
            ({ } from, { } to) when from == to => Digits(from),
            _ => $"{Year(first)}–{Year(last)}",
        };
}
