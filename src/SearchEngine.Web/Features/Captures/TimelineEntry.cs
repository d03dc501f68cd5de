using SearchEngine.Reports.Versions;

namespace SearchEngine.Web.Features.Captures;

/// <summary>One capture in a report's timeline.</summary>
/// <param name="Fetched">When, in China's time.</param>
/// <param name="Status">What was answered, in words.</param>
/// <param name="Comparison">How its text stands to the latest one, in words.</param>
/// <param name="Url">The archived original; null for a capture without one.</param>
/// <param name="Changes">What the latest text has otherwise; empty where nothing differs or there is no text.</param>
/// <param name="ChangesLeftOut">Changed sentences beyond those shown.</param>
public sealed record TimelineEntry(
    string Fetched,
    string Status,
    string Comparison,
    string? Url,
    IReadOnlyList<SentenceChange> Changes,
    int ChangesLeftOut);
