using SearchEngine.Reports.Model;
using SearchEngine.Reports.Regions;

namespace SearchEngine.Search.Schema;

/// <summary>
/// Keys of places in the index: the GB/T 2260 code, a zone's internal code, or for a place without either the key of
/// the place above it, a slash and its name, so that every place counts in the tree.
/// </summary>
internal static class PlaceKeys
{
    /// <summary>Keys from the province down to the place itself; empty for no place.</summary>
    public static IReadOnlyList<string> Of(RegionRef? region)
    {
        if (region is null)
            return [];
        RegionTable table = RegionTable.Default;
        string? own = region.InternalCode ?? region.Code;
        if (own is not null && table.PathOf(own).Count > 0)
            return CodesAbove(own);
        return FromPath(region.Path, own);
    }

    /// <summary>The key of the place above; null for a province and for what the table does not know.</summary>
    public static string? ParentOf(string key) =>
        key.LastIndexOf('/') is > 0 and var at ? key[..at] : RegionTable.Default.ParentOf(key);

    /// <summary>The name of a key: the table's, else the last name of the path.</summary>
    public static string NameOf(string key) =>
        RegionTable.Default.PathOf(key) is [.., var name] ? name : key[(key.LastIndexOf('/') + 1)..];

    private static List<string> CodesAbove(string code)
    {
        List<string> keys = [];
        for (string? at = code; at is not null; at = RegionTable.Default.ParentOf(at))
            keys.Insert(0, at);
        return keys;
    }

    /// <summary>
    /// Goes down the path by names; a name the table does not have below the last key becomes part of the key.
    /// </summary>
    private static List<string> FromPath(IReadOnlyList<string> path, string? own)
    {
        List<string> keys = [];
        for (int i = 0; i < path.Count; i++)
        {
            string? above = keys.Count == 0 ? null : keys[^1];
            string? code = i == path.Count - 1 && own is not null ? own : CodeBelow(above, path[i]);
            keys.Add(code ?? (above is null ? path[i] : $"{above}/{path[i]}"));
        }

        if (keys.Count == 0 && own is not null)
            keys.Add(own);
        return keys;
    }

    private static string? CodeBelow(string? above, string name) =>
        RegionTable.Default.ByName(name).FirstOrDefault(division => division.ParentCode == above)?.Code
        ?? RegionTable.Default.ZonesByName(name).FirstOrDefault(zone => zone.CityCode == above)?.InternalCode;
}
