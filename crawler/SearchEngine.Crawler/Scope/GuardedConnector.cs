using System.Net;
using System.Net.Sockets;

namespace SearchEngine.Crawler.Scope;

/// <summary>
/// Opens connections: resolves, judges the whole answer, dials exactly an address that was judged. A name that gives one
/// forbidden address among good ones is refused whole, since the next answer may lead with the other.
/// </summary>
internal sealed class GuardedConnector(CrawlScope scope, IHostResolver resolver, CrawlLimits limits)
{
    /// <exception cref="AddressRefusedException">The host's addresses may not be connected to.</exception>
    /// <exception cref="SocketException">No address answered.</exception>
    public async Task<(NetworkStream Stream, IPAddress Address)> ConnectAsync(
        DnsEndPoint endpoint, CancellationToken cancellation)
    {
        IPAddress[] addresses = await JudgeAsync(endpoint, cancellation);
        SocketException? last = null;
        foreach (IPAddress address in addresses)
        {
            Socket socket = new(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(new IPEndPoint(address, endpoint.Port), cancellation);
                return (new NetworkStream(socket, ownsSocket: true), address);
            }
            catch (SocketException e)
            {
                socket.Dispose();
                last = e;
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        }

        throw last!;
    }

    private async Task<IPAddress[]> JudgeAsync(DnsEndPoint endpoint, CancellationToken cancellation)
    {
        string host = endpoint.Host.Trim('[', ']');
        IPAddress[] addresses = IPAddress.TryParse(host, out IPAddress? literal)
            ? [literal]
            : await resolver.ResolveAsync(host, cancellation);
        if (addresses.Length == 0 || addresses.Length > limits.MaxAddressesPerName)
        {
            throw new AddressRefusedException(host, $"域名解析得到 {addresses.Length} 个地址。");
        }

        if (!scope.AdmitsPrivate(host, endpoint.Port)
            && Array.Find(addresses, a => !AddressGuard.IsPublic(a)) is { } forbidden)
        {
            throw new AddressRefusedException(host, $"{forbidden} 不是公网地址。");
        }

        return addresses;
    }
}
