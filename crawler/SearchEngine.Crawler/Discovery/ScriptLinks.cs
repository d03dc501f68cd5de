using System.Net;
using System.Text.RegularExpressions;

namespace SearchEngine.Crawler.Discovery;

/// <summary>
/// Addresses that stand whole in a script: where it sends its reader, what its buttons open, the links that it writes.
/// Nothing is run; an address that is put together from parts is left to <see cref="PagerScript"/>.
/// </summary>
internal static partial class ScriptLinks
{
    /// <summary>More literals than any honest page's script or handler has.</summary>
    private const int MaxLiterals = 200;
    private const int MaxAddress = 2_000;
    private const string JavaScript = "javascript:";

    /// <summary>True for a link that is a script.</summary>
    public static bool IsScript(string link) => link.TrimStart().StartsWith(JavaScript, StringComparison.OrdinalIgnoreCase);

    /// <summary>Addresses in a handler or a <c>javascript:</c> link: any literal that looks like one.</summary>
    public static IEnumerable<string> InHandler(string handler) =>
        Literals(Moves(), handler).Concat(Literals(PageLiteral(), handler)).Distinct(StringComparer.Ordinal);

    /// <summary>Addresses in a script element: where the script sends the page, and the links that it writes.</summary>
    public static IEnumerable<string> InScript(string script)
    {
        IEnumerable<string> moves = Literals(Moves(), script);
        return script.Contains("document.write", StringComparison.OrdinalIgnoreCase)
            ? moves.Concat(Literals(WrittenLink(), script)).Distinct(StringComparer.Ordinal)
            : moves;
    }

    /// <summary>True for the value of a list's entry, or of an attribute for scripts, that is an address of a page.</summary>
    public static bool LooksLikeAddress(string value) => value.Length <= MaxAddress && Address().IsMatch(value);

    private static IEnumerable<string> Literals(Regex pattern, string script) => pattern.Matches(script).Take(MaxLiterals)

        // A literal that something is added to is only the beginning of an address.
        .Where(match => match.Groups[2].Value != "+")
        .Select(match => WebUtility.HtmlDecode(match.Groups[1].Value).Trim())
        .Where(link => link.Length > 0 && !IsScript(link));

    [GeneratedRegex(
        """(?:location(?:\.href)?\s*=|location\.(?:replace|assign)\s*\(|window\.open\s*\()\s*["']([^"'<>\s+]+)["']\s*(\+?)""",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Moves();

    [GeneratedRegex(
        """["']([^"'<>\s+(){};,]+\.(?:s?html?|jspx?|aspx?|php|pdf|docx?|wps|xlsx?|ofd)(?:\?[^"'<>\s]*)?)["']\s*(\+?)""",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex PageLiteral();

    [GeneratedRegex(
        """href\s*=\s*\\?["']([^"'<>\s+\\]+)\\?["']\s*(\+?)""", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex WrittenLink();

    [GeneratedRegex(
        @"^\s*(?:https?://|//|\.{0,2}/)?[^\s""'<>(){};]+\.(?:s?html?|jspx?|aspx?|php|pdf|docx?|wps|xlsx?|ofd)(?:\?[^\s""'<>]*)?\s*$|^\s*(?:https?://|\.{0,2}/)[^\s""'<>(){};]+$",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Address();
}
