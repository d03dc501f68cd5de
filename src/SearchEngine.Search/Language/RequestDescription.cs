using SearchEngine.Search.Requests;

namespace SearchEngine.Search.Language;

/// <summary>Words for the conditions that a request states beside its query.</summary>
internal static class RequestDescription
{
    private const string Missing = "缺失";

    public static IEnumerable<string> Of(SearchRequest request, QueryVocabulary vocabulary)
    {
        if (request.Regions.Count > 0)
            yield return "地区 " + Values("region", request.Regions, vocabulary);
        if (request.Year is { } year)
            yield return "年份 " + Range(year);
        if (request.Published is { } published)
            yield return "发布年 " + Range(published);
        if (request.Topics.Count > 0)
            yield return "主题 " + Values("topic", request.Topics, vocabulary);
        if (request.IssuerKinds.Count > 0)
            yield return "主体 " + Values("issuerKind", request.IssuerKinds, vocabulary);
        if (request.Sites.Count > 0)
            yield return "来源 " + Values("site", request.Sites, vocabulary);
        // Excluded blocks are part of the line about blocks.
        foreach (IGrouping<string, Exclusion> group in request.Exclude.GroupBy(exclusion => exclusion.Field))
        {
            string[] values = [.. group.Select(exclusion => exclusion.Value)];
            if (NameOf(group.Key) is { } name)
                yield return $"不含{name} {Values(group.Key, values, vocabulary)}";
        }
    }

    private static string? NameOf(string facet) => facet switch
    {
        "region" => "地区",
        "year" => "年份",
        "published" => "发布年",
        "topic" => "主题",
        "issuerKind" => "主体",
        "site" => "来源",
        _ => null,
    };

    private static string Values(string facet, IReadOnlyList<string> values, QueryVocabulary vocabulary) =>
        string.Join('、', values.Select(value => (facet, value) switch
        {
            (_, "") => Missing,
            ("region", _) => vocabulary.NameOf(value),
            ("topic", _) => vocabulary.Topics(value) is [var topic] ? topic.Name : value,
            _ => value,
        }));

    private static string Range(YearRange range) => range.Missing ? Missing : RangeWords.Of(range.From, range.To);
}
