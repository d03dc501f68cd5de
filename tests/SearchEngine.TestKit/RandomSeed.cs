using System.Globalization;

namespace SearchEngine.TestKit;

/// <summary>
/// The seed of a random test: new on every run, or taken from the environment to replay one.
/// Tests put <see cref="Replay"/> into their failure messages.
/// </summary>
public sealed class RandomSeed
{
    public const string Variable = "SEARCHENGINE_SEED";

    private RandomSeed(int value) => Value = value;

    public int Value { get; }

    /// <summary>How to run the same test again.</summary>
    public string Replay => string.Create(CultureInfo.InvariantCulture, $"replay with {Variable}={Value}");

    /// <summary>A seed, printed at once, so that a run that hangs or aborts can be replayed too.</summary>
    public static RandomSeed Next()
    {
        string? given = Environment.GetEnvironmentVariable(Variable);
        int value = int.TryParse(given, NumberStyles.Integer, CultureInfo.InvariantCulture, out int parsed)
            ? parsed
            : Random.Shared.Next();
        RandomSeed seed = new(value);
        Console.Error.WriteLine(seed.Replay);
        return seed;
    }

    public Random Create() => new(Value);

    public override string ToString() => Replay;
}
