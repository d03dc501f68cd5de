using System.Collections.Frozen;

namespace SearchEngine.Search.Language;

/// <summary>What the fields are called in a query.</summary>
public static class FieldNames
{
    /// <summary>Characters of the longest name; what stands before a colon and is longer names no field.</summary>
    internal const int Longest = 4;

    private static readonly FrozenDictionary<string, QueryField> ByName = new Dictionary<string, QueryField>
    {
        ["标题"] = QueryField.Title,
        ["正文"] = QueryField.Body,
        ["章节"] = QueryField.Block,
        ["地区"] = QueryField.Region,
        ["层级"] = QueryField.Level,
        ["年份"] = QueryField.Year,
        ["发布日期"] = QueryField.Published,
        ["机关"] = QueryField.Issuer,
        ["文号"] = QueryField.DocumentNumber,
        ["引用文号"] = QueryField.CitedNumber,
        ["索引号"] = QueryField.IndexNumber,
        ["主题"] = QueryField.Topic,
        ["指标"] = QueryField.Indicator,
        ["来源"] = QueryField.Source,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<QueryField, string> ByField =
        ByName.ToFrozenDictionary(pair => pair.Value, pair => pair.Key);

    /// <summary>The names in the order of the field list.</summary>
    public static IReadOnlyList<string> All { get; } =
        [.. ByField.OrderBy(pair => pair.Key).Select(pair => pair.Value)];

    /// <summary>The field of this name, or null.</summary>
    public static QueryField? Find(string name) => ByName.TryGetValue(name, out QueryField field) ? field : null;

    /// <summary>The name of a field.</summary>
    public static string Of(QueryField field) => ByField[field];
}
