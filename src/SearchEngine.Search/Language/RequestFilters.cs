using SearchEngine.Index.Query;
using SearchEngine.Search.Requests;
using SearchEngine.Search.Schema;

namespace SearchEngine.Search.Language;

/// <summary>The conditions that a request states beside its query, as the engine's filters.</summary>
internal static class RequestFilters
{
    public static IEnumerable<Filter> Of(SearchRequest request)
    {
        if (AnyOf(ReportSchema.Region, request.Regions) is { } regions)
            yield return regions;
        if (AnyOf(ReportSchema.Topic, request.Topics) is { } topics)
            yield return topics;
        if (AnyOf(ReportSchema.IssuerKind, request.IssuerKinds) is { } kinds)
            yield return kinds;
        if (AnyOf(ReportSchema.Site, request.Sites) is { } sites)
            yield return sites;
        if (request.Year is { } year)
            yield return InRange(ReportSchema.Year, year);
        if (request.Published is { } published)
            yield return InRange(ReportSchema.PublishedYear, published);
        foreach (IGrouping<string, Exclusion> group in request.Exclude.GroupBy(exclusion => exclusion.Field))
            if (FieldOf(group.Key) is { } field)
                yield return NoneOf(field, [.. group.Select(exclusion => exclusion.Value)]);
    }

    /// <summary>
    /// The schema's name of a facet that can be excluded; null for the blocks, which restrict occurrences.
    /// </summary>
    private static string? FieldOf(string facet) => facet switch
    {
        "region" => ReportSchema.Region,
        "year" => ReportSchema.Year,
        "published" => ReportSchema.PublishedYear,
        "topic" => ReportSchema.Topic,
        "issuerKind" => ReportSchema.IssuerKind,
        "site" => ReportSchema.Site,
        _ => null,
    };

    // The empty string stands for 缺失 in a request.
    private static AnyOfFilter? AnyOf(string field, IReadOnlyList<string> values) => values.Count == 0
        ? null
        : new AnyOfFilter(field, [.. values.Where(value => value.Length > 0)], OrMissing: values.Contains(""));

    private static NoneOfFilter NoneOf(string field, IReadOnlyList<string> values) =>
        new(field, [.. values.Where(value => value.Length > 0)], AndPresent: values.Contains(""));

    private static Filter InRange(string field, YearRange range) =>
        range.Missing ? new MissingFilter(field) : new RangeFilter(field, range.From, range.To);
}
