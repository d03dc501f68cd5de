namespace SearchEngine.Search.Batch;

/// <summary>A report in a ranking.</summary>
/// <param name="Id">The report's id.</param>
/// <param name="Score">BM25 over both grain sizes; never rises down the ranking.</param>
public readonly record struct RankedReport(string Id, double Score);
