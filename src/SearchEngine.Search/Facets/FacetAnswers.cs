using System.Globalization;
using SearchEngine.Evidence.Topics;
using SearchEngine.Index.Search;
using SearchEngine.Reports.Model;
using SearchEngine.Search.Answers;
using SearchEngine.Search.Schema;

namespace SearchEngine.Search.Facets;

/// <summary>Words the engine's counts as the facets of an answer. Every collected value stays, zeros too.</summary>
internal static class FacetAnswers
{
    /// <summary>The fields to count; the last one, the places, gives the denominator of places.</summary>
    public static IReadOnlyList<string> Fields { get; } =
    [
        ReportSchema.Region,
        ReportSchema.Year,
        ReportSchema.PublishedYear,
        ReportSchema.Topic,
        ReportSchema.IssuerKind,
        ReportSchema.Site,
        ReportSchema.Place,
    ];

    public static SearchFacets Of(IndexResult result) => new()
    {
        Region = RegionTree.Of(Values(result, ReportSchema.Region)),
        Year = Years(Values(result, ReportSchema.Year)),
        Published = Years(Values(result, ReportSchema.PublishedYear)),
        Topic = Flat(Values(result, ReportSchema.Topic), TopicName),
        Block = [.. Enum.GetValues<BlockRole>().Select(role => Block(result, role))],
        IssuerKind = Kinds(Values(result, ReportSchema.IssuerKind)),
        Site = Flat(Values(result, ReportSchema.Site), _ => null),
    };

    /// <summary>Collected reports and places under the request's filters, without its query.</summary>
    public static Denominator Denominator(IndexResult result) =>
        new(result.Universe, Values(result, ReportSchema.Place).Count(value => value is { Value: not null, Of: > 0 }));

    private static IReadOnlyList<FacetValue> Values(IndexResult result, string field) =>
        result.Facets.FirstOrDefault(facet => facet.Field == field)?.Values ?? [];

    private static List<YearFacet> Years(IReadOnlyList<FacetValue> values) =>
    [
        .. values.Where(IsShown)
            .Select(value => new YearFacet(YearOf(value.Value), value.Count, value.Of))
            .OrderBy(year => year.Value ?? int.MaxValue),
    ];

    private static List<ValueFacet> Flat(IReadOnlyList<FacetValue> values, Func<string, string?> name) =>
    [
        .. values.Where(IsShown)
            .OrderBy(value => value.Value is null)
            .ThenBy(value => value.Value, StringComparer.Ordinal)
            .Select(value => new ValueFacet(
                value.Value, value.Value is null ? null : name(value.Value), value.Count, value.Of)),
    ];

    private static List<ValueFacet> Kinds(IReadOnlyList<FacetValue> values) =>
    [
        .. Flat(values, _ => null)
            .OrderBy(value => value.Value is null)
            .ThenBy(value => value.Value is null ? null : Labels.IssuerKindOf(value.Value)),
    ];

    private static int? YearOf(string? digits) =>
        digits is null ? null : int.Parse(digits, CultureInfo.InvariantCulture);

    private static BlockFacet Block(IndexResult result, BlockRole role)
    {
        RoleCount? count = result.Roles.FirstOrDefault(counted => counted.Role == (int)role);
        return new BlockFacet(Labels.Of(role), count?.Documents ?? 0, count?.Of ?? 0, count?.Occurrences ?? 0);
    }

    // 缺失 is a value where reports without one have been collected, and nothing where there are none.
    private static bool IsShown(FacetValue value) => value.Value is not null || value.Of > 0;

    private static string? TopicName(string id) => TopicTable.NameOf(id);
}
