using System.Net;

namespace SearchEngine.Crawler.Scope;

/// <summary>Turns a host name into addresses. A seam, because what an attacker's name server says cannot be had at will.</summary>
public interface IHostResolver
{
    Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancellation);
}
