namespace SearchEngine.Search.Service;

/// <summary>A report that a search finds, without its passages.</summary>
/// <param name="Id">The report's id.</param>
/// <param name="Occurrences">处 in it.</param>
/// <param name="Score">Of relevance.</param>
public sealed record MatchedReport(string Id, long Occurrences, double Score);
