using System.Net;
using System.Net.NetworkInformation;
using SearchEngine.Crawler.Scope;

namespace SearchEngine.Crawler.Tests.Scope;

public sealed class AddressGuardTests
{
    /// <summary>Both sides of every boundary: <c>-</c> is refused, <c>+</c> is public.</summary>
    private const string Table = """
        -0.0.0.0 -0.0.0.1 -0.255.255.255 +1.0.0.0 +1.1.1.1
        +9.255.255.255 -10.0.0.0 -10.0.0.1 -10.128.3.4 -10.255.255.255 +11.0.0.0
        +100.63.255.254 +100.63.255.255 -100.64.0.0 -100.64.0.1 -100.100.100.200 -100.127.255.255 +100.128.0.0
        +126.255.255.255 -127.0.0.0 -127.0.0.1 -127.1.2.3 -127.255.255.255 +128.0.0.0
        +169.253.255.255 -169.254.0.0 -169.254.169.254 -169.254.255.255 +169.255.0.0
        +172.15.255.255 -172.16.0.0 -172.16.0.1 -172.20.10.1 -172.31.255.255 +172.32.0.0
        +191.255.255.255 -192.0.0.0 -192.0.0.8 -192.0.0.255 +192.0.1.0 +192.0.1.255
        -192.0.2.0 -192.0.2.77 -192.0.2.255 +192.0.3.0
        +192.88.98.255 -192.88.99.0 -192.88.99.1 -192.88.99.255 +192.88.100.0
        +192.167.255.255 -192.168.0.0 -192.168.1.1 -192.168.255.255 +192.169.0.0
        +198.17.255.255 -198.18.0.0 -198.18.0.1 -198.19.255.255 +198.20.0.0
        +198.51.99.255 -198.51.100.0 -198.51.100.9 -198.51.100.255 +198.51.101.0
        +203.0.112.255 -203.0.113.0 -203.0.113.5 -203.0.113.255 +203.0.114.0
        +223.255.255.255 -224.0.0.0 -224.0.0.1 -239.255.255.255 -240.0.0.0 -240.0.0.1 -250.1.2.3
        -255.255.255.254 -255.255.255.255 +8.8.8.8 +114.114.114.114 +202.108.22.5
        -:: -::1 -::2 -::7f00:1 -::8.8.8.8 -::ffff:ffff
        -::ffff:0.0.0.0 -::ffff:127.0.0.1 -::ffff:10.0.0.1 -::ffff:8.8.8.8 -::ffff:255.255.255.255 -::fffe:8.8.8.8
        -64:ff9b:: -64:ff9b::7f00:1 -64:ff9b::8.8.8.8 -64:ff9b::ffff:ffff -64:ff9b:0:0:0:1::
        -64:ff9b:1:: -64:ff9b:1::1 -64:ff9b:1:ffff:ffff:ffff:ffff:ffff -64:ff9b:2::
        -100:: -100::1 -100::ffff:ffff:ffff:ffff -100:0:0:1:: -ff:: -1fff:ffff:ffff:ffff:ffff:ffff:ffff:ffff
        +2000:: +2000::1 +2000:ffff:ffff:ffff:ffff:ffff:ffff:ffff
        -2001:: -2001:0:7f00:1:: -2001:0:ffff:ffff:ffff:ffff:ffff:ffff -2001:1::1 -2001:2::1 -2001:10::1 -2001:20::1
        -2001:1ff:ffff:ffff:ffff:ffff:ffff:ffff +2001:200:: +2001:db7:ffff:ffff:ffff:ffff:ffff:ffff
        -2001:db8:: -2001:db8::1 -2001:db8:ffff:ffff:ffff:ffff:ffff:ffff +2001:db9::
        +2001:ffff:ffff:ffff:ffff:ffff:ffff:ffff -2002:: -2002:7f00:1:: -2002:808:808:: -2002:ffff:ffff:ffff:ffff:ffff:ffff:ffff
        +2003:: +2400:da00::6666 +240e::1 +2606:4700:4700::1111
        +3ffe:ffff:ffff:ffff:ffff:ffff:ffff:ffff -3fff:: -3fff:fff:ffff:ffff:ffff:ffff:ffff:ffff +3fff:1000::
        +3fff:ffff:ffff:ffff:ffff:ffff:ffff:ffff -4000:: -5f00::1 -8000:: -fbff:ffff:ffff:ffff:ffff:ffff:ffff:ffff
        -fc00:: -fc00::1 -fd00::1 -fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff -fe00::
        -fe7f:ffff:ffff:ffff:ffff:ffff:ffff:ffff -fe80:: -fe80::1 -fe80::1%1 -febf:ffff:ffff:ffff:ffff:ffff:ffff:ffff
        -fec0:: -fec0::1 -feff:ffff:ffff:ffff:ffff:ffff:ffff:ffff -ff00:: -ff02::1 -ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff
        """;

    public static TheoryData<string, bool> Rows =>
        [.. Table.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Select(r => (r[1..], r[0] == '+'))];

    [Theory]
    [MemberData(nameof(Rows))]
    public void Judges_both_sides_of_every_boundary(string address, bool isPublic)
    {
        Assert.Equal(isPublic, AddressGuard.IsPublic(IPAddress.Parse(address)));
    }

    [Fact]
    public void Has_a_table_long_enough_for_every_boundary()
    {
        Assert.True(Rows.Count >= 140, $"{Rows.Count} rows");
    }

    [Fact]
    public void Refuses_this_machines_own_addresses()
    {
        IEnumerable<IPAddress> own = NetworkInterface.GetAllNetworkInterfaces()
            .SelectMany(i => i.GetIPProperties().UnicastAddresses).Select(a => a.Address);

        Assert.All(own, address => Assert.False(AddressGuard.IsPublic(address)));
    }
}
