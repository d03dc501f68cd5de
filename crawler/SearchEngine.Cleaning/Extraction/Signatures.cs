using System.Text.RegularExpressions;
using SearchEngine.Cleaning.Dates;
using SearchEngine.Cleaning.Lines;

namespace SearchEngine.Cleaning.Extraction;

/// <summary>Reads the lines under a text: who signed and when.</summary>
internal static partial class Signatures
{
    private const int LeastSigner = 4, MostSigner = 30;

    /// <summary>True for a line of organisations, with or without the date behind them.</summary>
    public static bool IsOrganisationLine(string line) =>
        !LinePatterns.EndsSentence(line) && Organisations(line).Length > 0
            && LinePatterns.IsOrganisation(Organisations(line));

    /// <summary>True for a line that names who signs when a date stands right below it: hospitals, schools, companies and
    /// offices have names that elsewhere may be any words.</summary>
    public static bool IsSigner(string line) => line.Length is >= LeastSigner and <= MostSigner && Signer().IsMatch(line);

    /// <summary>The line without its date.</summary>
    public static string Organisations(string line) =>
        DateReader.First(line) is { } hit ? line.Remove(hit.Index, hit.Raw.Length).Trim() : line;

    /// <summary>The signing organisations, in order.</summary>
    public static IEnumerable<string> Issuers(IEnumerable<string> signature) => signature
        .Select(Organisations)
        .Where(line => LinePatterns.IsOrganisation(line) || IsSigner(line))
        .SelectMany(line => line.Split([' ', '、'], StringSplitOptions.RemoveEmptyEntries))
        .Distinct();

    /// <summary>The date of the signature, or null where there is none that can be read.</summary>
    public static DateHit? Written(IEnumerable<string> signature) =>
        signature.Select(DateReader.First).LastOrDefault(hit => hit is not null);

    [GeneratedRegex("^[\u4E00-\u9FFF()（）·]+(?:[院校站所社会馆团处科队委室组部关庭台园行办]|公司|集团|中学|小学|大学|学院)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Signer();
}
