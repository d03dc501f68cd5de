namespace SearchEngine.Reports.Regions;

/// <summary>The names that texts use for a development zone.</summary>
internal static class ZoneNames
{
    private static readonly (string Long, string Short)[] Shortenings =
    [
        ("高新技术产业开发区", "高新区"),
        ("高新技术开发区", "高新区"),
        ("高技术产业开发区", "高新区"),
        ("高新技术产业园区", "高新区"),
        ("经济技术开发区", "经开区"),
        ("经济开发区", "经开区"),
        ("经济技术开发区", "开发区"),
        ("经济开发区", "开发区"),
    ];

    /// <summary>The full name, the name without the province before it, and the usual short forms.</summary>
    public static IEnumerable<string> Of(DevelopmentZone zone, IReadOnlyDictionary<string, Division> byCode)
    {
        HashSet<string> names = [zone.Name];
        if (byCode.TryGetValue(zone.CityCode[..2] + "0000", out Division? province))
        {
            string shortProvince = province.Name[..(province.Name.StartsWith("内蒙古", StringComparison.Ordinal)
                || province.Name.StartsWith("黑龙江", StringComparison.Ordinal) ? 3 : 2)];
            if (zone.Name.StartsWith(shortProvince, StringComparison.Ordinal)
                && zone.Name.Length > shortProvince.Length + 5)
                names.Add(zone.Name[shortProvince.Length..]);
        }

        foreach (string name in names.ToArray())
            foreach ((string full, string brief) in Shortenings)
                if (name.EndsWith(full, StringComparison.Ordinal) && name.Length > full.Length)
                    names.Add(name[..^full.Length] + brief);
        return names;
    }
}
