namespace SearchEngine.Crawler.Discovery;

/// <summary>
/// Counts tags before parsing. A small page can become half a million elements, or cost time quadratic in its nesting;
/// the shapes that do so are visible without a tree.
/// </summary>
internal static class HtmlPrescan
{
    /// <summary>Elements that close themselves or each other, however many stand in a row.</summary>
    private static readonly HashSet<string> NeverNested = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "area", "br", "dd", "dt", "hr", "img", "input", "li", "link", "meta", "option", "p", "param", "td", "th",
        "tr", "wbr",
    };

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Flat =
        NeverNested.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <returns>Why the page should not be parsed, for people; null when it may be.</returns>
    public static string? Refusal(ReadOnlySpan<char> html, CrawlLimits limits)
    {
        int tags = 0;
        int run = 0;
        ReadOnlySpan<char> last = default;
        int at;
        while ((at = html.IndexOf('<')) >= 0)
        {
            html = html[(at + 1)..];
            if (++tags > limits.MaxTags)
            {
                return $"标签超过 {limits.MaxTags} 个。";
            }

            if (html.IsEmpty || !char.IsAsciiLetter(html[0]))
            {
                // A closing tag ends the run; a comment or a lone sign does neither good nor harm.
                run = html.StartsWith("/") ? 0 : run;
                continue;
            }

            int length = 1;
            while (length < html.Length && length < 32 && char.IsAsciiLetterOrDigit(html[length]))
            {
                length++;
            }

            ReadOnlySpan<char> name = html[..length];
            run = Flat.Contains(name) ? 0 : name.Equals(last, StringComparison.OrdinalIgnoreCase) ? run + 1 : 1;
            last = name;
            if (run > limits.MaxSameTagRun)
            {
                return $"同名标签连续嵌套超过 {limits.MaxSameTagRun} 层。";
            }
        }

        return null;
    }
}
