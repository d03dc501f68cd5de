using SearchEngine.Reports.Model;

namespace SearchEngine.Search.Schema;

/// <summary>The level of the place that a report accounts for (层级).</summary>
public static class ReportLevel
{
    private const string Province = "省级";
    private const string Prefecture = "市级";
    private const string County = "县级";
    private const string Township = "乡镇级";
    private const string Zone = "功能区";

    private const int CodeLength = 6;

    /// <summary>The levels from the top.</summary>
    public static IReadOnlyList<string> All { get; } = [Province, Prefecture, County, Township, Zone];

    /// <summary>The level of a place; null for no place.</summary>
    public static string? Of(RegionRef? region)
    {
        if (region is null || region.Path.Count == 0)
            return null;
        if (region.InternalCode is not null)
            return Zone;
        if (region.Code is not { Length: CodeLength } code)
            return All[Math.Min(region.Path.Count, 4) - 1];
        return code.EndsWith("0000", StringComparison.Ordinal) ? Province
            : code.EndsWith("00", StringComparison.Ordinal) ? Prefecture
            : County;
    }

    /// <summary>The level that a person means; null for another word.</summary>
    public static string? Find(string word) => word switch
    {
        "省" or "省级" or "自治区" or "直辖市" => Province,
        "市" or "市级" or "地级" or "地市级" or "地级市" => Prefecture,
        "县" or "县级" or "区县" or "区县级" or "县区级" or "区级" => County,
        "乡镇" or "乡镇级" or "乡级" or "乡镇街道" or "街道" => Township,
        "功能区" or "开发区" => Zone,
        _ => null,
    };
}
