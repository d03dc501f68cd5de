namespace SearchEngine.Web.Features.Results;

/// <summary>
/// GB/T 2260: two digits for the province, two for the city, two for the county; 00 stands for all below.
/// </summary>
internal static class RegionCodes
{
    private const int Length = 6;

    /// <summary>
    /// Whether the place of <paramref name="outer"/> contains that of <paramref name="inner"/>, or is it.
    /// </summary>
    public static bool Contains(string outer, string inner) =>
        outer == inner || (outer.Length == Length && inner.StartsWith(Significant(outer), StringComparison.Ordinal));

    private static string Significant(string code) =>
        code.EndsWith("0000", StringComparison.Ordinal) ? code[..2]
        : code.EndsWith("00", StringComparison.Ordinal) ? code[..4]
        : code;
}
