using System.Text;
using System.Text.RegularExpressions;

namespace SearchEngine.Crawler.Fetching;

/// <summary>
/// Recognises the script that some hosts send in a page's place to see whether a browser runs it. It is reported as a
/// restriction and never answered: a host that asks for proof does not want to be crawled.
/// </summary>
internal static partial class ChallengePage
{
    private const int MaxBytes = 8 << 10;
    private const int PreconditionFailed = 412;
    private const int WebServerDown = 521;
    private const int Accepted = 202;
    private const int MaxVisibleCharacters = 40;

    public static bool Matches(FetchedExchange exchange, ReadOnlySpan<byte> decoded)
    {
        if (exchange.Status is not (PreconditionFailed or WebServerDown or Accepted) || decoded.Length > MaxBytes)
        {
            return false;
        }

        string text = Encoding.Latin1.GetString(decoded);
        if (!text.Contains("<script", StringComparison.OrdinalIgnoreCase))
        {
            // 412 and 521 say it by themselves; nobody else uses them for pages.
            return exchange.Status != Accepted;
        }

        string visible = Tags().Replace(Scripts().Replace(text, ""), "");
        return visible.Count(c => !char.IsWhiteSpace(c)) <= MaxVisibleCharacters;
    }

    [GeneratedRegex("(?is)<(script|style|title|noscript)[^>]*>.*?(</(script|style|title|noscript)>|$)", RegexOptions.NonBacktracking)]
    private static partial Regex Scripts();

    [GeneratedRegex("(?s)<[^>]*>", RegexOptions.NonBacktracking)]
    private static partial Regex Tags();
}
