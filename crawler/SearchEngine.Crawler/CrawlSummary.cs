namespace SearchEngine.Crawler;

/// <summary>What a session of crawling came to.</summary>
/// <param name="Hosts">Counts of the run by host.</param>
/// <param name="EndedHosts">Hosts given up before their queue was empty, and why, for people.</param>
/// <param name="Responses">Responses of this session, robots.txt included.</param>
/// <param name="Unchanged">Of these, answers that the page is unchanged (304).</param>
/// <param name="Resumed">True when an interrupted run was taken up.</param>
/// <param name="Finished">False when the session was cancelled and the same command takes the run up again.</param>
public sealed record CrawlSummary(
    IReadOnlyList<HostCounts> Hosts,
    IReadOnlyDictionary<string, string> EndedHosts,
    int Responses,
    int Unchanged,
    bool Resumed,
    bool Finished)
{
    public int Fetched => Hosts.Sum(h => h.Fetched);

    public int Failed => Hosts.Sum(h => h.Failed);

    public int Refused => Hosts.Sum(h => h.Refused);

    public int Blocked => Hosts.Sum(h => h.Blocked);
}
