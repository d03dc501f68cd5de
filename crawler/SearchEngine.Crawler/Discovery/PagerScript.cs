using System.Globalization;
using System.Text.RegularExpressions;
using SearchEngine.Crawler.Scope;

namespace SearchEngine.Crawler.Discovery;

/// <summary>
/// Pagers written by script, as a common publishing system makes them: <c>createPageHTML(count, current, "index",
/// "html")</c> stands for <c>index.html</c>, <c>index_1.html</c> … <c>index_{count-1}.html</c>. Variants have other names,
/// put the id of an element before the numbers, more after the names, or keep the count in a variable. Pages that put the
/// address together themselves (<c>"list_" + i + ".html"</c>) are read with the count that stands beside.
/// </summary>
internal static partial class PagerScript
{
    private const int MaxCalls = 5;
    private const int MaxJoins = 3;
    private const int MinArguments = 4;

    /// <param name="script">A script element's text.</param>
    /// <param name="page">The page it stands on.</param>
    /// <param name="baseUri">What the names are relative to.</param>
    /// <param name="maxPages">How many pages are believed.</param>
    public static IEnumerable<DiscoveredLink> Pages(string script, CrawlUrl page, Uri baseUri, int maxPages)
    {
        IEnumerable<string[]> calls = Call().Matches(script)
            .Select(call => call.Groups[1].Value.Split(',', StringSplitOptions.TrimEntries))
            .Where(arguments => arguments.Length >= MinArguments);
        foreach (string[] arguments in calls.Take(MaxCalls))
        {
            if (Read(arguments, script) is not { } pager)
            {
                continue;
            }

            for (int i = 0; i < Math.Min(pager.Count, maxPages); i++)
            {
                if (i != pager.Current && Page(pager, i, page, baseUri) is { } link)
                {
                    yield return link;
                }
            }
        }

        foreach (DiscoveredLink link in Joined(script, page, baseUri, maxPages))
        {
            yield return link;
        }
    }

    // The numbers may begin at 0 or 1 and end at the count or before it: one address too many costs one 404.
    private static IEnumerable<DiscoveredLink> Joined(string script, CrawlUrl page, Uri baseUri, int maxPages)
    {
        int? count = null;
        foreach (Match join in Join().Matches(script).Concat(JoinedQuery().Matches(script)).Take(MaxJoins))
        {
            count ??= PageCount().Matches(script)
                .Select(m => int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture)).DefaultIfEmpty(0).Max();
            for (int i = 1; i <= Math.Min(count.Value, maxPages); i++)
            {
                string name = FormattableString.Invariant($"{join.Groups[1].Value}{i}{join.Groups[2].Value}");
                if (CrawlUrl.TryResolve(baseUri, name, out CrawlUrl? url) && url != page)
                {
                    yield return new DiscoveredLink(url, LinkKind.Pager);
                }
            }
        }
    }

    private static DiscoveredLink? Page(Pager pager, int number, CrawlUrl page, Uri baseUri)
    {
        string name = number == 0 ? $"{pager.Name}.{pager.Extension}" : $"{pager.Name}_{number}.{pager.Extension}";
        if (!CrawlUrl.TryResolve(baseUri, name, out CrawlUrl? url) || url == page)
        {
            return null;
        }

        // The first page is mostly known by its folder already.
        CrawlUrl? folder = null;
        if (number == 0)
        {
            _ = CrawlUrl.TryResolve(url.Uri, "./", out folder);
        }

        return new DiscoveredLink(url, LinkKind.Pager, folder);
    }

    private static Pager? Read(string[] arguments, string script)
    {
        // The first pair of numbers (or variables) that two names follow.
        for (int i = 0; i + 3 < arguments.Length; i++)
        {
            if (Number(arguments[i], script) is { } count && Number(arguments[i + 1], script) is { } current
                && Name(arguments[i + 2]) is { } name && Name(arguments[i + 3]) is { } extension
                && PageExtension().IsMatch(extension))
            {
                return new Pager(count, current, name, extension.TrimStart('.'));
            }
        }

        return null;
    }

    private static int? Number(string argument, string script)
    {
        if (int.TryParse(argument, NumberStyles.None, CultureInfo.InvariantCulture, out int number))
        {
            return number;
        }

        if (!Identifier().IsMatch(argument))
        {
            return null;
        }

        Match? assignment = Assignment().Matches(script).FirstOrDefault(m => m.Groups[1].Value == argument);
        return assignment is not null
            && int.TryParse(assignment.Groups[2].Value, NumberStyles.None, CultureInfo.InvariantCulture, out number)
                ? number
                : null;
    }

    private static string? Name(string argument) =>
        argument.Length > 2 && argument[0] is '"' or '\'' && argument[^1] == argument[0] ? argument[1..^1] : null;

    [GeneratedRegex(@"[A-Za-z_$]*page[A-Za-z_$]*\s*\(([^()]{1,300})\)", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Call();

    [GeneratedRegex(@"^\.?(?:s?html?|jspx?|aspx?|php)$", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex PageExtension();

    [GeneratedRegex(
        """["'=]([^"'<>\s+=\\]+[_\-/])["']\s*\+\s*[A-Za-z_$(][^"'<>;]{0,40}\+\s*["'](\.(?:s?html?|jspx?|aspx?|php))[\\"'>]""",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Join();

    [GeneratedRegex(
        """["'=]([^"'<>\s+\\]+[?&](?:page|p|pn|pageno|pagenum|pageindex|pagenumber|currentpage|curpage)=)["']\s*\+""",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex JoinedQuery();

    [GeneratedRegex(
        """(?:(?:total|count|max|all|last|sum)_?pages?|pages?_?(?:count|total|num|all))[a-z_]{0,10}["']?\s*[=:]\s*["']?([0-9]{1,4})\b""",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex PageCount();

    [GeneratedRegex(@"^[A-Za-z_$][A-Za-z0-9_$]{0,60}$", RegexOptions.NonBacktracking)]
    private static partial Regex Identifier();

    [GeneratedRegex("""([A-Za-z_$][A-Za-z0-9_$]{0,60})\s*=\s*["']?(\d{1,6})\b""", RegexOptions.None, 200)]
    private static partial Regex Assignment();

    private sealed record Pager(int Count, int Current, string Name, string Extension);
}
