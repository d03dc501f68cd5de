using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace SearchEngine.Crawler.Discovery;

/// <summary>What one element refers to, in the attributes where browsers and their scripts look for it.</summary>
internal static partial class ElementLinks
{
    private static readonly string[] ScriptAttributes = ["data-href", "data-url", "data-link"];

    /// <summary>Addresses as they are written, in order; most elements have none.</summary>
    public static IEnumerable<string> Of(IElement element)
    {
        if (Reference(element) is { } reference)
        {
            if (!ScriptLinks.IsScript(reference))
            {
                yield return reference;
            }
            else
            {
                foreach (string link in ScriptLinks.InHandler(reference))
                {
                    yield return link;
                }
            }
        }

        if (element.GetAttribute("onclick") is { Length: > 0 } handler)
        {
            foreach (string link in ScriptLinks.InHandler(handler))
            {
                yield return link;
            }
        }

        foreach (string name in ScriptAttributes)
        {
            if (element.GetAttribute(name) is { } value && ScriptLinks.LooksLikeAddress(value))
            {
                yield return value;
            }
        }
    }

    public static bool HasRel(IElement element, string rel) =>
        (element.GetAttribute("rel") ?? "").Split(' ').Contains(rel, StringComparer.OrdinalIgnoreCase);

    private static string? Reference(IElement element) => element.LocalName switch
    {
        "a" or "area" => element.GetAttribute("href"),
        "frame" or "iframe" or "embed" => element.GetAttribute("src"),
        "object" => element.GetAttribute("data"),
        "link" when HasRel(element, "next") || IsFeed(element) => element.GetAttribute("href"),
        "meta" => Refresh(element),

        // Lists that lead to the page chosen.
        "option" when element.GetAttribute("value") is { } value && ScriptLinks.LooksLikeAddress(value) => value,
        _ => null,
    };

    /// <summary>The address of a page that sends its readers on, as front pages do: <c>0; url=/index.html</c>.</summary>
    private static string? Refresh(IElement element) =>
        string.Equals(element.GetAttribute("http-equiv")?.Trim(), "refresh", StringComparison.OrdinalIgnoreCase)
        && RefreshAddress().Match(element.GetAttribute("content") ?? "") is { Success: true } match
            ? match.Groups[1].Value.Trim(' ', '"', '\'')
            : null;

    private static bool IsFeed(IElement element) => HasRel(element, "alternate")
        && element.GetAttribute("type") is "application/rss+xml" or "application/atom+xml";

    [GeneratedRegex(@"^\s*[\d.]*\s*[;,]?\s*url\s*=\s*(.+)$", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex RefreshAddress();
}
