using System.Globalization;
using SearchEngine.Search.Answers;
using SearchEngine.Web.Features.Shared;

namespace SearchEngine.Web.Features.Results;

/// <summary>Turns an answer's facets into rows with the addresses of the next states.</summary>
internal sealed class FacetPresenter(SearchState state, SearchFacets facets, Func<string, string?> topicName)
{
    private const string HitsOfCollected = "提及 / 已采集";

    public IReadOnlyList<FacetView> Views()
    {
        List<FacetView> views = [YearView(), RegionView()];
        views.Add(new FacetView(FacetDimension.Block.Label, "", [.. facets.Block.Select(BlockRow)], []));
        views.Add(Flat(FacetDimension.Topic, facets.Topic, entry => TopicLabel(entry)));
        views.Add(Flat(FacetDimension.IssuerKind, facets.IssuerKind, entry => entry.Name ?? entry.Value));
        views.Add(PublishedView());
        views.Add(Flat(FacetDimension.Site, facets.Site, entry => entry.Name ?? entry.Value));
        return [.. views.Where(view => view.Rows.Count + view.Folded.Count > 0)];
    }

    /// <summary>The word for a chosen value, as its facet names it; the value itself when no facet knows it.</summary>
    public string LabelOf(FacetDimension dimension, string value)
    {
        if (value.Length == 0)
            return dimension.Label + FacetValues.Unknown;
        if (dimension == FacetDimension.Region)
            return RegionName(facets.Region, value) ?? value;
        if (dimension == FacetDimension.Topic)
            return facets.Topic.FirstOrDefault(entry => entry.Value == value)?.Name ?? topicName(value) ?? value;
        return dimension.IsYears && YearRanges.TryParse(value, out var range) ? YearRanges.Say(range) : value;
    }

    private FacetView YearView()
    {
        IReadOnlyList<FacetRow> rows = [.. facets.Year.Select(entry => YearRow(FacetDimension.Year, entry))];
        YearChart? chart = YearChartPresenter.Of(facets.Year, state);
        if (chart is null)
            return new FacetView(FacetDimension.Year.Label, HitsOfCollected, rows, []);

        // The chart has the years; under it stands what has no year, and the list folds out for exclusions.
        IReadOnlyList<FacetRow> undated = [.. rows.Where((_, at) => facets.Year[at].Value is null)];
        return new FacetView(FacetDimension.Year.Label, HitsOfCollected, undated, [.. rows.Except(undated)], chart);
    }

    private FacetView PublishedView() =>
        Fold(FacetDimension.Published, [.. facets.Published.Select(entry => YearRow(FacetDimension.Published, entry))]);

    private FacetView RegionView()
    {
        bool isSmall = facets.Region.Sum(Size) <= WebLimits.OpenRegionNodes;
        return new FacetView(
            FacetDimension.Region.Label,
            HitsOfCollected,
            [.. facets.Region.Where(IsShown).Select(node => RegionRow(node, isSmall, 0, ""))],
            []);
    }

    private FacetRow RegionRow(RegionFacet node, bool isSmall, int level, string prefix)
    {
        // A city with one county says nothing that the county does not: they share a row.
        if (level > 0 && node.Children.Count == 1 && node.Children[0] is var only && only.Count == node.Count
            && only.Of == node.Of && !IsTouched(FacetDimension.Region, KeyOf(node)))
            return RegionRow(only, isSmall, level + 1, prefix + node.Name + " › ");

        bool isOpen = (isSmall || level > 0 || IsTouched(node))
            && !state.IsExcluded(FacetDimension.Region, KeyOf(node));
        IReadOnlyList<FacetRow> children = isOpen && level < MaximumRegionDepth
            ? [.. node.Children.Where(IsShown).Select(child => RegionRow(child, isSmall, level + 1, ""))]
            : [];
        string name = node.Code is null && node.InternalCode is null && node.Name.Length == 0 ? "地区不明" : node.Name;
        return Row(FacetDimension.Region, KeyOf(node), prefix + name, node.Count, node.Of) with { Children = children };
    }

    /// <summary>Province, city, county, town or zone, and one to spare.</summary>
    private const int MaximumRegionDepth = 5;

    private FacetRow BlockRow(BlockFacet entry) =>
        Row(FacetDimension.Block, entry.Value, entry.Value, entry.Count, entry.Of) with
        {
            RoleClass = RoleStyle.Of(entry.Value),
            Occurrences = entry.Occurrences,
        };

    private FacetRow YearRow(FacetDimension dimension, YearFacet entry)
    {
        string value = entry.Value?.ToString(CultureInfo.InvariantCulture) ?? "";
        return Row(dimension, value, value.Length == 0 ? FacetValues.Unknown : value, entry.Count, entry.Of);
    }

    private FacetView Flat(
        FacetDimension dimension, IReadOnlyList<ValueFacet> values, Func<ValueFacet, string?> label) =>
        Fold(dimension, [.. values
            .OrderByDescending(entry => IsTouched(dimension, entry.Value ?? ""))
            .ThenByDescending(entry => entry.Count)
            .Select(entry => entry.Value is { } value
                ? Row(dimension, value, label(entry) ?? value, entry.Count, entry.Of)
                : Row(dimension, "", FacetValues.Unknown, entry.Count, entry.Of))]);

    /// <summary>One value too many is shown all the same: folding a single row away saves nothing.</summary>
    private static FacetView Fold(FacetDimension dimension, IReadOnlyList<FacetRow> rows)
    {
        int open = rows.Count <= WebLimits.OpenFacetValues + 1 ? rows.Count : WebLimits.OpenFacetValues;
        return new FacetView(dimension.Label, HitsOfCollected, [.. rows.Take(open)], [.. rows.Skip(open)]);
    }

    private FacetRow Row(FacetDimension dimension, string value, string label, int count, int of)
    {
        FacetRow row = new(label, null, count, of, null, FacetChoice.None, null, null, []);
        if (state.IsExcluded(dimension, value))
        {
            string restore = state.Restore(dimension, value).Url;
            return row with { Choice = FacetChoice.Excluded, Url = restore, OtherUrl = restore };
        }

        if (state.IsChosen(dimension, value))
        {
            string remove = state.Remove(dimension, value).Url;
            return row with { Choice = FacetChoice.Chosen, Url = remove, OtherUrl = remove };
        }

        return count == 0
            ? row
            : row with { Url = state.Add(dimension, value).Url, OtherUrl = state.Exclude(dimension, value).Url };
    }

    private string? TopicLabel(ValueFacet entry) => entry.Name ?? topicName(entry.Value!) ?? entry.Value;

    private bool IsTouched(FacetDimension dimension, string value) =>
        state.IsChosen(dimension, value) || state.IsExcluded(dimension, value);

    private bool IsTouched(RegionFacet node) =>
        IsTouched(FacetDimension.Region, KeyOf(node)) || node.Children.Any(IsTouched);

    /// <summary>The tree leaves out places of which nothing is collected, unless the reader chose one.</summary>
    private bool IsShown(RegionFacet node) => node.Of > 0 || node.Count > 0 || IsTouched(node);

    private static string KeyOf(RegionFacet node) => node.Code ?? node.InternalCode ?? "";

    private static int Size(RegionFacet node) => 1 + node.Children.Sum(Size);

    private static string? RegionName(IReadOnlyList<RegionFacet> nodes, string value)
    {
        foreach (RegionFacet node in nodes)
        {
            if (KeyOf(node) == value)
                return node.Name;
            if (RegionName(node.Children, value) is { } name)
                return name;
        }

        return null;
    }
}
