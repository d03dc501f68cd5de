using System.Globalization;
using SearchEngine.Search.Answers;

namespace SearchEngine.Web.Features.Results;

/// <summary>Lays the years of a facet out as bars.</summary>
internal static class YearChartPresenter
{
    private const double BarShare = 0.82;

    /// <summary>What one link under the chart chooses: the years a researcher asks for first.</summary>
    private const int RecentYears = 3;

    /// <summary>At most this many years are named under the bars; they are wider than a bar.</summary>
    private const int NamedYears = 6;

    /// <summary>
    /// The chart of the latest years; null when no year is known. <paramref name="state"/> null gives bars without
    /// links.
    /// </summary>
    public static YearChart? Of(IReadOnlyList<YearFacet> facet, SearchState? state)
    {
        Dictionary<int, YearFacet> known = facet
            .Where(entry => entry.Value is >= WebLimits.FirstYear and <= WebLimits.LastYear)
            .GroupBy(entry => entry.Value!.Value)
            .ToDictionary(group => group.Key, group => group.First());
        if (known.Count == 0)
            return null;

        int last = known.Keys.Max();
        int first = Math.Max(known.Keys.Min(), last - WebLimits.ChartYears + 1);
        // A lone year looks like no chart at all; the years before it say that nothing is held of them.
        first = Math.Min(first, last - NamedYears + 1);
        int years = last - first + 1;
        int most = Math.Max(1, known.Values.Max(entry => entry.Of));
        int step = (years + NamedYears - 1) / NamedYears;
        List<YearBar> bars = [];
        for (int year = first; year <= last; year++)
            bars.Add(Bar(
                year, known.GetValueOrDefault(year), (year - first, years), most, (last - year) % step == 0, state));

        string finding = string.Join("，", known.Values.OrderBy(entry => entry.Value).Select(entry =>
            string.Create(CultureInfo.InvariantCulture, $"{entry.Value} 年度 {entry.Count} 篇，共采集 {entry.Of} 篇")));
        int since = last - RecentYears + 1;
        string? sinceUrl = known.Keys.Min() < since
            ? state?.Add(FacetDimension.Year, string.Create(CultureInfo.InvariantCulture, $"{since}..")).Url
            : null;
        return new YearChart(bars, finding, sinceUrl, string.Create(CultureInfo.InvariantCulture, $"{since} 起"));
    }

    private static YearBar Bar(
        int year, YearFacet? held, (int At, int Years) place, int most, bool isNamed, SearchState? state)
    {
        int count = held?.Count ?? 0;
        int of = held?.Of ?? 0;
        double slot = 1.0 / place.Years;
        int frame = of == 0 ? 0 : Math.Max(YearChart.Shortest, (int)Math.Round((double)YearChart.Tallest * of / most));
        int fill = count == 0 ? 0 : Math.Max(3, (int)Math.Round((double)frame * count / Math.Max(of, 1)));
        string value = year.ToString(CultureInfo.InvariantCulture);
        bool isChosen = state?.IsChosen(FacetDimension.Year, value) ?? false;
        string? url = isChosen ? state!.Remove(FacetDimension.Year, value).Url
            : count > 0 ? state?.Add(FacetDimension.Year, value).Url
            : null;
        return new YearBar(
            year,
            count,
            of,
            YearChart.Percent((place.At + (1 - BarShare) / 2) * slot),
            YearChart.Percent(BarShare * slot),
            YearChart.Percent((place.At + 0.5) * slot),
            frame,
            Math.Min(fill, frame),
            isNamed,
            isChosen,
            url);
    }
}
