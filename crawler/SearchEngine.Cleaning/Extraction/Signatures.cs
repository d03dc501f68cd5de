using SearchEngine.Cleaning.Dates;
using SearchEngine.Cleaning.Lines;

namespace SearchEngine.Cleaning.Extraction;

/// <summary>Reads the lines under a text: who signed and when.</summary>
internal static class Signatures
{
    /// <summary>True for a line of organisations, with or without the date behind them.</summary>
    public static bool IsOrganisationLine(string line) =>
        !LinePatterns.EndsSentence(line) && Organisations(line).Length > 0
            && LinePatterns.IsOrganisation(Organisations(line));

    /// <summary>The line without its date.</summary>
    public static string Organisations(string line) =>
        DateReader.First(line) is { } hit ? line.Remove(hit.Index, hit.Raw.Length).Trim() : line;

    /// <summary>The signing organisations, in order.</summary>
    public static IEnumerable<string> Issuers(IEnumerable<string> signature) => signature
        .Select(Organisations)
        .Where(LinePatterns.IsOrganisation)
        .SelectMany(line => line.Split([' ', '、'], StringSplitOptions.RemoveEmptyEntries))
        .Distinct();

    /// <summary>The date of the signature, or null where there is none that can be read.</summary>
    public static DateHit? Written(IEnumerable<string> signature) =>
        signature.Select(DateReader.First).LastOrDefault(hit => hit is not null);
}
