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
        address.AddressFamily is AddressFamily.InterNetwork or AddressFamily.InterNetworkV6
        && !IsReserved(address.GetAddressBytes())
        && !Own.Value.Contains(address);

    // Compared by bits here: the library's own network type treats IPv4-mapped addresses specially.
    private static bool IsReserved(ReadOnlySpan<byte> address)
    {
        foreach (IPNetwork network in Forbidden)
        {
            byte[] start = network.BaseAddress.GetAddressBytes();
            int whole = network.PrefixLength / 8;
            int mask = 0xFF00 >> (network.PrefixLength % 8) & 0xFF;
            if (start.Length == address.Length && address[..whole].SequenceEqual(start.AsSpan(0, whole))
                && (mask == 0 || (address[whole] & mask) == (start[whole] & mask)))
            {
                return true;
            }
        }

        return false;
    }

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
