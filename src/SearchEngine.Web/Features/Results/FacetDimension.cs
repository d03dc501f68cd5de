using SearchEngine.Search.Requests;

namespace SearchEngine.Web.Features.Results;

/// <summary>
/// A facet as a part of the request: its name in addresses, its word on pages, and how its choice is read and replaced.
/// Values are strings as in <see cref="SearchRequest"/>; a choice of years is one value, spelt as in an address.
/// </summary>
internal sealed record FacetDimension(
    string Name,
    string Label,
    Func<SearchRequest, IReadOnlyList<string>> Chosen,
    Func<SearchRequest, IReadOnlyList<string>, SearchRequest> Choose)
{
    public static readonly FacetDimension Region = new(
        "region", "地区", request => request.Regions, (request, values) => request with { Regions = values });

    public static readonly FacetDimension Year = new(
        "year", "报告年度", request => YearsOf(request.Year), (request, values) => request with { Year = RangeOf(values) });

    public static readonly FacetDimension Published = new(
        "published",
        "发布年份",
        request => YearsOf(request.Published),
        (request, values) => request with { Published = RangeOf(values) });

    public static readonly FacetDimension Topic = new(
        "topic", "主题", request => request.Topics, (request, values) => request with { Topics = values });

    public static readonly FacetDimension Block = new(
        "block", "章节", request => request.Blocks, (request, values) => request with { Blocks = values });

    public static readonly FacetDimension IssuerKind = new(
        "issuerKind", "主体", request => request.IssuerKinds, (request, values) => request with { IssuerKinds = values });

    public static readonly FacetDimension Site = new(
        "site", "网站", request => request.Sites, (request, values) => request with { Sites = values });

    public static readonly IReadOnlyList<FacetDimension> All =
        [Region, Year, Published, Topic, Block, IssuerKind, Site];

    /// <summary>True for the two whose choice is a range of years: a new choice takes the old one's place.</summary>
    public bool IsYears => this == Year || this == Published;

    public static FacetDimension? Named(string name) => All.FirstOrDefault(dimension => dimension.Name == name);

    private static IReadOnlyList<string> YearsOf(YearRange? range) =>
        range switch { null => [], { Missing: true } => [""], { } years => [YearRanges.Format(years)] };

    private static YearRange? RangeOf(IReadOnlyList<string> values) =>
        values.Count > 0 && YearRanges.TryParse(FacetValues.ToAddress(values[^1]), out YearRange range) ? range : null;
}
