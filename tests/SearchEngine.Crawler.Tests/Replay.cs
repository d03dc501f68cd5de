using System.Globalization;

namespace SearchEngine.Crawler.Tests;

/// <summary>Seeds of random tests: printed always, replayed with the environment variable TEST_SEED.</summary>
internal static class Replay
{
    public static Random Random()
    {
        string? given = Environment.GetEnvironmentVariable("TEST_SEED");
        int seed = given is null ? Environment.TickCount : int.Parse(given, CultureInfo.InvariantCulture);
        TestContext.Current.TestOutputHelper?.WriteLine($"replay with TEST_SEED={seed}");
        return new Random(seed);
    }
}
