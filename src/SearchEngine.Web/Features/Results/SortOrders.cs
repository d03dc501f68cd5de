using SearchEngine.Search.Requests;

namespace SearchEngine.Web.Features.Results;

/// <summary>The orders of the hits: their names in addresses and their words on pages.</summary>
internal static class SortOrders
{
    public static readonly IReadOnlyList<(SortOrder Order, string Name, string Label)> All =
    [
        (SortOrder.Relevance, "relevance", "相关"),
        (SortOrder.Year, "year", "年度"),
        (SortOrder.Published, "published", "发布"),
        (SortOrder.Occurrences, "occurrences", "命中数"),
        (SortOrder.Region, "region", "地区码"),
    ];

    public static string NameOf(SortOrder order) => All.First(entry => entry.Order == order).Name;

    public static SortOrder? Named(string name) =>
        All.Where(entry => entry.Name == name).Select(entry => (SortOrder?)entry.Order).FirstOrDefault();
}
