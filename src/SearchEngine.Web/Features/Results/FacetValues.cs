namespace SearchEngine.Web.Features.Results;

/// <summary>Values of facets as addresses and people write them.</summary>
internal static class FacetValues
{
    /// <summary>The value of reports that lack the field, in an address. In a request it is the empty string.</summary>
    public const string Missing = "缺失";

    /// <summary>The same on a page.</summary>
    public const string Unknown = "不明";

    public static string ToAddress(string value) => value.Length == 0 ? Missing : value;

    public static string FromAddress(string value) => value == Missing ? "" : value;

    /// <summary>
    /// Whether a value can be one at all. What it means is for the search to say: an unknown code has no reports.
    /// </summary>
    public static bool IsAcceptable(string value) =>
        value.Length is > 0 and <= WebLimits.ValueLength && !value.Any(char.IsControl);
}
