using System.Collections.Frozen;
using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;

namespace SearchEngine.Crawler.Scope;

/// <summary>
/// Decides on addresses, never on the text of a host: there are dozens of ways to write 127.0.0.1. No property of the
/// base library covers the reserved networks, hence a table of our own.
/// </summary>
public static class AddressGuard
{
    private static readonly IPNetwork[] Forbidden = ReadTable();
    private static readonly Lazy<FrozenSet<IPAddress>> Own = new(OwnAddresses);

    /// <summary>
    /// True for global unicast addresses outside every reserved network that are not this machine's own. IPv6 forms that
    /// embed IPv4 are refused even when the embedded address is public.
    /// </summary>
    public static bool IsPublic(IPAddress address) =>
        !Forbidden.Any(network => network.BaseAddress.AddressFamily == address.AddressFamily
            && network.Contains(Unscoped(address)))
        && !Own.Value.Contains(address);

    // A zone index (fe80::1%eth0) says on which link, and would make no network contain the address.
    private static IPAddress Unscoped(IPAddress address) =>
        address.AddressFamily == AddressFamily.InterNetworkV6 ? new IPAddress(address.GetAddressBytes()) : address;

    private static FrozenSet<IPAddress> OwnAddresses()
    {
        try
        {
            return NetworkInterface.GetAllNetworkInterfaces()
                .SelectMany(i => i.GetIPProperties().UnicastAddresses)
                .Select(a => a.Address)
                .ToFrozenSet();
        }
        catch (NetworkInformationException)
        {
            // A container may hide its interfaces; the table above still holds.
            return FrozenSet<IPAddress>.Empty;
        }
    }

    private static IPNetwork[] ReadTable()
    {
        using Stream resource =
            typeof(AddressGuard).Assembly.GetManifestResourceStream("Scope.forbidden-networks.txt")!;
        using StreamReader reader = new(resource);
        return [.. reader.ReadToEnd().Split('\n')
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => IPNetwork.Parse(line[..line.IndexOf(' ', StringComparison.Ordinal)]))];
    }
}
