namespace SearchEngine.Crawler;

/// <summary>How far a crawl has come, after each response.</summary>
/// <param name="Url">The address just dealt with.</param>
/// <param name="Status">Its HTTP status; null when no response came.</param>
/// <param name="Note">What is remarkable about it, for people; null mostly.</param>
/// <param name="Hosts">Counts of the run by host.</param>
public sealed record CrawlProgress(string Url, int? Status, string? Note, IReadOnlyList<HostCounts> Hosts)
{
    public int Fetched => Hosts.Sum(h => h.Fetched);

    public int Queued => Hosts.Sum(h => h.Queued);
}
