using System.Globalization;
using System.Net;

namespace SearchEngine.Crawler.Scope;

/// <summary>
/// Which hosts a crawl may ask: government hosts on the web's ports, and what the operator named. An allow-list, because
/// deny-lists of names are always short of one spelling.
/// </summary>
public sealed class CrawlScope
{
    private const string Government = "gov.cn";

    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<(string Host, int Port)> _endpoints = [];

    /// <exception cref="ArgumentException">An entry is no host, or a loopback or private address without a port.</exception>
    public CrawlScope(IEnumerable<string> allowHosts)
    {
        foreach (string entry in allowHosts)
        {
            Add(entry.Trim());
        }
    }

    /// <summary>True when the address may be fetched as far as its scheme, host and port go.</summary>
    public bool Allows(CrawlUrl url) =>
        _endpoints.Contains((url.HostName, url.Port)) || (url.HasWebPort && (IsGovernment(url.HostName) || IsNamed(url)));

    /// <summary>True when the operator named the host: shorter pauses than the default are his to answer for.</summary>
    public bool IsNamed(CrawlUrl url) =>
        _endpoints.Contains((url.HostName, url.Port)) || (url.HasWebPort && _names.Contains(url.HostName));

    /// <summary>True when the operator named host and port, which also admits loopback and private addresses.</summary>
    public bool AdmitsPrivate(string host, int port) => _endpoints.Contains((host.ToLowerInvariant(), port));

    private static bool IsGovernment(string host) =>
        host.EndsWith("." + Government, StringComparison.Ordinal) || host == Government;

    private void Add(string entry)
    {
        bool bareAddress = IPAddress.TryParse(entry, out IPAddress? literal) && entry.Contains(literal.AddressFamily
            == System.Net.Sockets.AddressFamily.InterNetworkV6 ? ':' : '.', StringComparison.Ordinal);
        string authority = bareAddress && literal!.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6
            && entry[0] != '[' ? $"[{entry}]" : entry;
        if (!CrawlUrl.TryParse($"http://{authority}/", out CrawlUrl? url) || authority.AsSpan().ContainsAny('/', '?', '#'))
        {
            throw new ArgumentException($"--allow-host 的值“{entry}”不是 主机 或 主机:端口。", nameof(entry));
        }

        int colon = authority.LastIndexOf(':');
        bool hasPort = colon > authority.LastIndexOf(']')
            && int.TryParse(authority[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out _);
        if (hasPort)
        {
            _endpoints.Add((url.HostName, url.Port));
        }
        else if (url.HostName == "localhost"
            || (IPAddress.TryParse(url.HostName, out IPAddress? address) && !AddressGuard.IsPublic(address)))
        {
            throw new ArgumentException($"--allow-host {entry}：本机和内网地址必须写明端口，例如 {entry}:8080。", nameof(entry));
        }
        else
        {
            _names.Add(url.HostName);
        }
    }
}
