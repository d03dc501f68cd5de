namespace SearchEngine.Reports.Regions;

/// <summary>Levels of the divisions that GB/T 2260 numbers.</summary>
public enum DivisionLevel
{
    /// <summary>省级: provinces, autonomous regions, municipalities.</summary>
    Province,

    /// <summary>地级: prefecture-level cities, prefectures, leagues.</summary>
    Prefecture,

    /// <summary>县级: counties, districts, county-level cities, banners.</summary>
    County,
}
