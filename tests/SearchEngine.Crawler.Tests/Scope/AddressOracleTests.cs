using System.Net;
using SearchEngine.Crawler.Scope;

namespace SearchEngine.Crawler.Tests.Scope;

/// <summary>
/// Random addresses judged twice: by the guard's table of networks, and by arithmetic written down a second time here,
/// from the registries' prose. An address that the guard admits and the other refuses would be a hole.
/// </summary>
public sealed class AddressOracleTests
{
    private const int Addresses = 1_000_000;

    [Fact]
    public void Admits_nothing_that_a_second_table_refuses()
    {
        Random random = Replay.Random();
        int admitted = 0;
        Span<byte> bytes = stackalloc byte[16];
        for (int i = 0; i < Addresses; i++)
        {
            bool four = i % 2 == 0;
            Span<byte> drawn = bytes[..(four ? 4 : 16)];
            random.NextBytes(drawn);
            Tempt(random, drawn);
            IPAddress address = new(drawn);
            if (AddressGuard.IsPublic(address))
            {
                admitted++;
                Assert.False(four ? IsReserved(drawn) : IsReservedSix(drawn), $"{address} was admitted");
            }
        }

        Assert.InRange(admitted, Addresses / 100, Addresses);
    }

    // Uniform addresses seldom come near a boundary: half of them begin as a special one does.
    private static void Tempt(Random random, Span<byte> address)
    {
        if (random.Next(2) == 0)
        {
            return;
        }

        byte[] start = address.Length == 4
            ? random.Next(12) switch
            {
                0 => [0],
                1 => [10],
                2 => [100, (byte)random.Next(60, 132)],
                3 => [127],
                4 => [169, (byte)random.Next(253, 256)],
                5 => [172, (byte)random.Next(14, 34)],
                6 => [192, 0, (byte)random.Next(4)],
                7 => [192, 88, (byte)random.Next(98, 101)],
                8 => [192, (byte)random.Next(167, 170)],
                9 => [198, (byte)random.Next(16, 21)],
                10 => [198, 51, (byte)random.Next(99, 102)],
                _ => [203, 0, (byte)random.Next(112, 115)],
            }
            : random.Next(8) switch
            {
                0 => new byte[10],
                1 => [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF],
                2 => [0, 0x64, 0xFF, 0x9B],
                3 => [0x20, 0x01, (byte)random.Next(3), (byte)random.Next(256)],
                4 => [0x20, 0x01, 0x0D, (byte)random.Next(0xB6, 0xBA)],
                5 => [0x20, (byte)random.Next(1, 4)],
                6 => [(byte)random.Next(0xFC, 0x100), (byte)random.Next(256)],
                _ => [0x3F, 0xFF, (byte)random.Next(0x20)],
            };
        start.CopyTo(address);
    }

    private static bool IsReserved(ReadOnlySpan<byte> a) =>
        a[0] is 0 or 10 or 127 or >= 224
        || (a[0] == 100 && a[1] is >= 64 and <= 127)
        || (a[0] == 169 && a[1] == 254)
        || (a[0] == 172 && a[1] is >= 16 and <= 31)
        || (a[0] == 192 && (a[1] == 168 || (a[1] == 0 && a[2] is 0 or 2) || (a[1] == 88 && a[2] == 99)))
        || (a[0] == 198 && (a[1] is 18 or 19 || (a[1] == 51 && a[2] == 100)))
        || (a[0] == 203 && a[1] == 0 && a[2] == 113);

    // Only 2000::/3 is global unicast, and within it: special purposes, documentation (two of them), and 6to4.
    private static bool IsReservedSix(ReadOnlySpan<byte> a) =>
        a[0] >> 5 != 1
        || (a[0] == 0x20 && a[1] == 0x01 && (a[2] < 2 || (a[2] == 0x0D && a[3] == 0xB8)))
        || (a[0] == 0x20 && a[1] == 0x02)
        || (a[0] == 0x3F && a[1] == 0xFF && a[2] < 0x10);
}
