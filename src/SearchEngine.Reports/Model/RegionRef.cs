namespace SearchEngine.Reports.Model;

/// <summary>The place a report accounts for.</summary>
/// <param name="Path">Names from the province down, e.g. 山东省, 济南市, 市中区. Municipalities have two levels.</param>
/// <param name="Code">GB/T 2260 code of the last name, six digits, or null (a zone has none). Never a pseudo-code.</param>
/// <param name="InternalCode">Code of a development zone: its city's code, "-F" and a number; null elsewhere.</param>
/// <param name="Evidence">What on the page led here, for a person to follow.</param>
public sealed record RegionRef(
    IReadOnlyList<string> Path, string? Code, string? InternalCode = null, string? Evidence = null);
