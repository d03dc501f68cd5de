using SearchEngine.Reports.Regions;

namespace SearchEngine.Search.Requests;

/// <summary>
/// Looks a chosen region over before it is searched with: a code that does not exist would find nothing, silently.
/// </summary>
public static class RegionChoice
{
    /// <summary>
    /// Null when the value can be a region's key: a code of GB/T 2260 (former ones too), the internal code of a zone,
    /// the path or name of a place without a code, or the empty string. Otherwise one sentence that says what would be
    /// right.
    /// </summary>
    public static string? Fault(string value)
    {
        RegionTable table = RegionTable.Default;
        bool isPath = value.Length == 0 || value.Contains('/', StringComparison.Ordinal);
        if (isPath || table.Find(value) is not null || table.FindZone(value) is not null)
            return null;
        if (value.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'))
            return $"没有区划代码“{value}”，应是 GB/T 2260 的六位代码（如山东省 370000）或功能区的内部代码（如 370800-F01）。";
        IReadOnlyList<Division> named = table.ByName(value);
        if (named.Count == 0)
            return null;
        IEnumerable<string> places = named.Select(place => $"{string.Concat(table.PathOf(place.Code))} {place.Code}");
        return $"地区要写代码，“{value}”是：{string.Join('、', places)}。";
    }
}
