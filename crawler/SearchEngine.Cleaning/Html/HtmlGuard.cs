using System.Collections.Frozen;
using AngleSharp.Html.Parser;

namespace SearchEngine.Cleaning.Html;

/// <summary>
/// Parses pages that nobody vouches for. Small pages can be bombs: formatting tags that are re-opened in every block
/// turn 18 KB into half a million elements, and nesting costs the square of its depth. A scan of the text refuses the
/// shapes that are known, a deadline stops the rest.
/// </summary>
internal static class HtmlGuard
{
    private static readonly FrozenSet<string> Formatting =
        FrozenSet.Create("b", "big", "code", "em", "font", "i", "s", "small", "strike", "strong", "tt", "u");

    private static readonly FrozenSet<string> Void = FrozenSet.Create(
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
            "o:p", "p", "li",
        "td", "th", "tr", "tbody", "thead", "option", "dt", "dd", "script", "style");

    private static readonly HtmlParserOptions Options = new() { MaximumDepth = CleaningLimits.MaxDepth };

    /// <summary>Parses a page within <see cref="CleaningLimits.ParseTime"/>. Never throws on content.</summary>
    public static HtmlOutcome Parse(string html)
    {
        if (html.Length > CleaningLimits.MaxHtmlChars)
            return new HtmlOutcome(null, $"页面超过{CleaningLimits.MaxHtmlChars / (1024 * 1024)} MB");
        if (Scan(html) is { } refusal)
            return new HtmlOutcome(null, refusal);

        using ParseDeadline deadline = new();
        try
        {
            return new HtmlOutcome(new HtmlParser(Options).ParseDocumentAsync(html,
                deadline.Token).GetAwaiter().GetResult(), null);
        }
        catch (OperationCanceledException)
        {
            return new HtmlOutcome(null, "解析超过时限");
        }
        catch (Exception fault) when (fault is InvalidOperationException or NullReferenceException
            or ArgumentException or IndexOutOfRangeException or InvalidCastException)
        {
            // The parser's own refusal of a tree it cannot build, and its faults: text in a select whose parent is gone
            // ends in a null reference (AngleSharp 1.10.3).
            return new HtmlOutcome(null, "页面结构无法解析");
        }
    }

    /// <summary>The reason to refuse a text before it is parsed, or null. Linear time.</summary>
    internal static string? Scan(string html)
    {
        int brackets = 0, run = 0, formatting = 0;
        for (int at = html.IndexOf('<', StringComparison.Ordinal); at >= 0
            && at + 1 < html.Length; at = html.IndexOf('<', at + 1))
        {
            if (++brackets > CleaningLimits.MaxOpenBrackets)
                return "标记过多";
            bool end = html[at + 1] == '/';
            int start = end ? at + 2 : at + 1, stop = start;
            while (stop < html.Length && stop - start < 16
                && (char.IsAsciiLetterOrDigit(html[stop]) || html[stop] == ':'))
                stop++;
            if (stop == start)
                continue;
            string name = html[start..stop].ToLowerInvariant();
            if (Formatting.Contains(name))
                formatting = end ? Math.Max(0, formatting - 1) : formatting + 1;
            if (formatting > CleaningLimits.MaxOpenFormatting)
                return "格式标记嵌套过多";
            if (Void.Contains(name))
                continue;
            run = end ? 0 : run + 1;
            if (run > CleaningLimits.MaxNestingRun)
                return "标记嵌套过深";
        }

        return null;
    }
}
