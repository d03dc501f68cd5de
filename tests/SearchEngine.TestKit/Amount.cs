using System.Globalization;

namespace SearchEngine.TestKit;

/// <summary>
/// How much of a campaign runs: little in continuous integration, and what the environment asks for elsewhere.
/// </summary>
public static class Amount
{
    private const string Prefix = "AMOUNT_";

    /// <summary>
    /// The usual amount, or that of the variable AMOUNT_ with the campaign's id (tests/README.md lists them).
    /// </summary>
    public static int Of(string id, int usual)
    {
        string? asked = Environment.GetEnvironmentVariable(Prefix + id);
        if (string.IsNullOrEmpty(asked))
            return usual;
        return int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out int amount) && amount > 0
            ? amount
            : throw new FormatException($"{Prefix}{id}={asked} is not a number above 0.");
    }
}
