using System.Text.RegularExpressions;

namespace SearchEngine.Cleaning.Dates;

/// <summary>Reads a date off a path: t20250120_2343.html, 2025/2/28/art.html. Good for a presumption only.</summary>
internal static partial class PathDate
{
    /// <summary>The characters of the date, or null.</summary>
    public static string? Find(string path) => InPath().Match(path) is { Success: true } match
        ? match.Value.Trim('/', '_', 't') : null;

    [GeneratedRegex(@"(?<!\d)20\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d)|/20\d{2}[/-](?:0?[1-9]|1[0-2])(?:[/-](?:0?[1-9]|[12]\d|3[01]))?/", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex InPath();
}
