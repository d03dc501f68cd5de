namespace SearchEngine.Web.Features.Read;

/// <summary>A year of the same place: held (with its address), this report, or not held.</summary>
public sealed record YearCell(int Year, string? Url, bool IsThis);
