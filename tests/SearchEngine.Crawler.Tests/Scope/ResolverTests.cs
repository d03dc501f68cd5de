using System.Net;
using System.Net.Sockets;
using SearchEngine.Crawler.Scope;

namespace SearchEngine.Crawler.Tests.Scope;

/// <summary>
/// What a hostile name server can answer, a hundred times each, with a canary that listens on loopback at the very port
/// that is asked for. Nothing may ever reach it, and a mixed answer is refused whole.
/// </summary>
public sealed class ResolverTests
{
    private const int Runs = 100;
    private const string Public = "192.31.196.1";
    private static readonly CrawlLimits Limits = new() { ConnectTimeout = TimeSpan.FromMilliseconds(300) };

    [Theory]
    [InlineData("loopback", "127.0.0.1")]
    [InlineData("loopback in the other family", "::1")]
    [InlineData("a private address behind an alias", "10.0.0.5")]
    [InlineData("public and private", "8.8.8.8 127.0.0.1")]
    [InlineData("private and public", "127.0.0.1 8.8.8.8")]
    [InlineData("public and loopback of the other family", "8.8.8.8 ::1")]
    [InlineData("loopback as a mapped address", "::ffff:127.0.0.1")]
    [InlineData("loopback behind translation", "64:ff9b::7f00:1")]
    [InlineData("the unspecified address", "0.0.0.0")]
    [InlineData("the machine's metadata service", "169.254.169.254")]
    [InlineData("no address", "")]
    public async Task Refuses_an_answer_whole(string what, string answer)
    {
        IPAddress[] addresses = [.. answer.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(IPAddress.Parse)];

        await RefusesAsync(what, _ => addresses, alwaysRefused: true);
    }

    [Fact]
    public Task Refuses_sixty_four_addresses() => RefusesAsync(
        "64 addresses", _ => [.. Enumerable.Repeat(IPAddress.Parse("8.8.8.8"), 63), IPAddress.Loopback], alwaysRefused: true);

    [Fact]
    public Task Refuses_a_name_that_turns_private_at_the_second_answer() => RefusesAsync(
        "rebinding", asked => [asked == 0 ? IPAddress.Parse(Public) : IPAddress.Loopback], alwaysRefused: false);

    [Fact]
    public Task Refuses_every_private_answer_of_a_name_that_changes_with_each() => RefusesAsync(
        "no lifetime", asked => [asked % 2 == 1 ? IPAddress.Parse(Public) : IPAddress.IPv6Loopback], alwaysRefused: false);

    [Fact]
    public async Task Gives_up_on_a_name_server_that_never_answers()
    {
        for (int run = 0; run < Runs; run++)
        {
            GuardedConnector connector = new(new CrawlScope([]), new SilentResolver(), Limits);
            using CancellationTokenSource deadline = new(TimeSpan.FromMilliseconds(1));

            await Assert.ThrowsAnyAsync<OperationCanceledException>(
                () => connector.ConnectAsync(new DnsEndPoint("www.test.gov.cn", 80), deadline.Token));
        }
    }

    private static async Task RefusesAsync(string what, Func<int, IPAddress[]> answers, bool alwaysRefused)
    {
        using TcpListener canary = new(IPAddress.Loopback, 0);
        canary.Start();
        int port = ((IPEndPoint)canary.LocalEndpoint).Port;
        int refused = 0;
        ChangingResolver resolver = new(answers);
        GuardedConnector connector = new(new CrawlScope([]), resolver, Limits);
        for (int run = 0; run < Runs; run++)
        {
            using CancellationTokenSource deadline = new(Limits.ConnectTimeout);
            try
            {
                // What has a public answer is cut off before it could be dialled: nothing here leaves the machine.
                if (!alwaysRefused && resolver.NextIsPublic)
                {
                    await deadline.CancelAsync();
                }

                await connector.ConnectAsync(new DnsEndPoint("www.test.gov.cn", port), deadline.Token);
                Assert.Fail($"{what}: connected");
            }
            catch (AddressRefusedException)
            {
                refused++;
            }
            catch (Exception e) when (e is OperationCanceledException or SocketException && !alwaysRefused)
            {
            }
        }

        Assert.False(canary.Pending(), $"{what}: the canary was reached");
        Assert.Equal(alwaysRefused ? Runs : Runs - resolver.PublicAnswers, refused);
    }

    private sealed class ChangingResolver(Func<int, IPAddress[]> answers) : IHostResolver
    {
        private int _asked;

        public int PublicAnswers { get; private set; }

        public bool NextIsPublic => answers(_asked).All(AddressGuard.IsPublic);

        public Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancellation)
        {
            IPAddress[] answer = answers(_asked++);
            PublicAnswers += answer.Length > 0 && answer.All(AddressGuard.IsPublic) ? 1 : 0;
            return Task.FromResult(answer);
        }
    }

    private sealed class SilentResolver : IHostResolver
    {
        public async Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancellation)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellation);
            return [];
        }
    }
}
