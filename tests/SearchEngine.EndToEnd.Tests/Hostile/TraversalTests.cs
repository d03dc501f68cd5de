using System.Net.Sockets;
using System.Text;
using SearchEngine.TestKit;

namespace SearchEngine.EndToEnd.Tests.Hostile;

/// <summary>Addresses that climb out of the store, sent byte for byte: none reads the file that lies beside it.</summary>
public sealed class TraversalTests(HostileStore store) : IClassFixture<HostileStore>
{
    private static readonly string[] Ups =
        ["../", "..\\", "%2e%2e/", "%2e%2e%2f", "..%2f", "..%5c", "%252e%252e%252f", "..%c0%af", "..%u2215", "....//", "..;/", ".%00./", "%c0%ae%c0%ae/", "．．/"];

    private static readonly string[] Bases =
    [
        "/", "/r/", "/r/x0/", "/r/x0/captures/", "/r/x0/captures/1/", "/r/x0/captures/1/file", "/r/x0/cite/", "/api/reports/", "/assets/", "/r/x0/evidence/",
        "/search/", "/help/", "//", "/./",
    ];

    private static readonly string[] Targets = ["secret.txt", "store/catalogue.db", "etc/passwd", "secret.txt%00.html", "SECRET.TXT"];

    [Fact]
    public async Task No_address_reads_a_file_outside_of_the_archive()
    {
        int amount = Amount.Of("Q4", 300);
        RandomSeed seed = RandomSeed.Next();
        Random random = seed.Create();
        var address = new Uri(store.Address);
        for (int round = 0; round < amount; round++)
        {
            string path = Pick(Bases) + string.Concat(Enumerable.Repeat(Pick(Ups), random.Next(1, 9))) + Pick(Targets);
            string target = random.Next(4) == 0 ? $"/search?q={path}&site={path}" : path;
            using TcpClient tcp = new();
            await tcp.ConnectAsync(address.Host, address.Port, TestContext.Current.CancellationToken);
            await using NetworkStream stream = tcp.GetStream();
            await stream.WriteAsync(Encoding.UTF8.GetBytes($"GET {target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"), TestContext.Current.CancellationToken);
            using StreamReader reader = new(stream, Encoding.Latin1);
            string answer = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);

            string status = answer.Split(' ', 3)[1];
            Assert.True(status is "200" or "400" or "404", $"{seed.Replay}: {target} {status}");
            Assert.DoesNotContain(HostileStore.Secret, answer, StringComparison.Ordinal);
            Assert.DoesNotContain("SQLite format 3", answer, StringComparison.Ordinal);
            Assert.DoesNotContain("root:x:0:0", answer, StringComparison.Ordinal);
        }

        string Pick(string[] from) => from[random.Next(from.Length)];
    }
}
