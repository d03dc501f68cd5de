namespace SearchEngine.Crawler;

/// <summary>Addresses of one host within the run, by how they came out.</summary>
/// <param name="Host">Host name, with the port where it is not 80 or 443.</param>
/// <param name="Fetched">Kept and read, unchanged ones and redirects included.</param>
/// <param name="Failed">Error statuses, and no response after all retries.</param>
/// <param name="Refused">Forbidden by robots.txt, or leading to an address that may not be connected to.</param>
/// <param name="Blocked">A challenge page was served instead (受限).</param>
/// <param name="Queued">Still to be fetched.</param>
public sealed record HostCounts(string Host, int Fetched, int Failed, int Refused, int Blocked, int Queued);
