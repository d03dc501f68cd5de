namespace SearchEngine.Evidence.Topics;

/// <summary>The topics of a report.</summary>
/// <param name="Lines">For each of the report's lines, in their order, its topics: distinct ids, ascending.</param>
/// <param name="All">The topics of the whole report: distinct ids, ascending.</param>
public sealed record ReportTopics(IReadOnlyList<IReadOnlyList<string>> Lines, IReadOnlyList<string> All);
