using SearchEngine.Index.Search;
using SearchEngine.Search.Answers;
using SearchEngine.Search.Schema;

namespace SearchEngine.Search.Facets;

/// <summary>
/// Builds the tree of regions out of flat counts: every report carries the keys of all places above its own, so a
/// node's count is the engine's and nothing is added up here.
/// </summary>
internal static class RegionTree
{
    private const string Missing = "缺失";

    /// <summary>The provinces with what lies below, by code; zones behind divisions; 缺失 last.</summary>
    public static IReadOnlyList<RegionFacet> Of(IReadOnlyList<FacetValue> values)
    {
        Dictionary<string, FacetValue> counted =
            values.Where(value => value.Value is not null).ToDictionary(value => value.Value!);
        ILookup<string, string> below = counted.Keys.ToLookup(key => ParentIn(counted, key));
        List<RegionFacet> roots = Nodes("", below, counted);
        if (values.FirstOrDefault(value => value.Value is null) is { Of: > 0 } missing)
            roots.Add(new RegionFacet(null, null, Missing, missing.Count, missing.Of, []));
        return roots;
    }

    // As deep as places go: province, city, county, town.
    private static List<RegionFacet> Nodes(
        string parent, ILookup<string, string> below, Dictionary<string, FacetValue> counted) =>
    [
        .. below[parent].OrderBy(IsOutsideTheCode).ThenBy(key => key, StringComparer.Ordinal).Select(key =>
            new RegionFacet(
                IsOutsideTheCode(key) ? null : key,
                IsZone(key) ? key : null,
                PlaceKeys.NameOf(key),
                counted[key].Count,
                counted[key].Of,
                Nodes(key, below, counted))
            {
                Key = key,
            }),
    ];

    private static string ParentIn(Dictionary<string, FacetValue> counted, string key) =>
        PlaceKeys.ParentOf(key) is { } parent && counted.ContainsKey(parent) ? parent : "";

    private static bool IsZone(string key) =>
        key.Contains('-', StringComparison.Ordinal) && !key.Contains('/', StringComparison.Ordinal);

    private static bool IsOutsideTheCode(string key) => !key.All(char.IsAsciiDigit);
}
