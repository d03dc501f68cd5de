using System.Net;
using SearchEngine.Reports.Catalogue;

namespace SearchEngine.Web;

/// <summary>What the server is told when it starts.</summary>
/// <param name="Urls">
/// Addresses to listen on, separated by semicolons, e.g. <c>http://127.0.0.1:8080</c>; port 0 picks a free one.
/// </param>
/// <param name="ReportJson">Writes the clean document of a report; the API sends it as it is.</param>
public sealed record WebHostOptions(string Urls, Func<StoredReport, string> ReportJson)
{
    /// <summary>Name of a topic by its id; null where there is none, and the page shows the id.</summary>
    public Func<string, string?> TopicName { get; init; } = static _ => null;

    /// <summary>Requests a second that one address may make in the long run.</summary>
    public int RequestsPerSecond { get; init; } = WebLimits.RequestsPerSecond;

    /// <summary>Requests that one address may make at once after a pause.</summary>
    public int RequestBurst { get; init; } = WebLimits.RequestBurst;

    /// <summary>Searches that run at the same time; more of them wait in a queue.</summary>
    public int ConcurrentSearches { get; init; } = WebLimits.SearchesPerCore * Environment.ProcessorCount;

    /// <summary>Searches that may wait; the next one is told to come back (503).</summary>
    public int WaitingSearches { get; init; } = WebLimits.WaitingSearches;

    /// <summary>Proxies whose X-Forwarded-For and X-Forwarded-Proto are believed. Nobody else's are.</summary>
    public IReadOnlyList<IPAddress> TrustedProxies { get; init; } = [];
}
