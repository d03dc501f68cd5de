namespace SearchEngine.Web.Features.Captures;

/// <summary>The captures of a report's page over time.</summary>
/// <param name="Title">The report's title.</param>
/// <param name="ReportUrl">The reading page.</param>
/// <param name="Address">The page's own address, or the file's name.</param>
/// <param name="States">已修改, 已撤下, 已恢复, as far as they hold.</param>
/// <param name="Entries">Latest first.</param>
public sealed record TimelineView(
    string Title, string ReportUrl, string Address, IReadOnlyList<string> States, IReadOnlyList<TimelineEntry> Entries);
