using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using SearchEngine.Crawler.Scope;

namespace SearchEngine.Crawler.Discovery;

/// <summary>
/// The lists of a common publishing system: records of markup in a <c>datastore</c> element, in a script of the page or as
/// the answer of its <c>dataproxy.jsp</c>. The group that follows is a link like the others; where only the numbers of the
/// pager are given, the addresses of its groups are put together as its script does it.
/// </summary>
internal static partial class DataStore
{
    private const string Proxy = "dataproxy.jsp";
    private const int DefaultPerPage = 15;
    private const int DefaultGroupSize = 3;
    private const int MaxPairs = 24;

    /// <summary>True for text with records in it.</summary>
    public static bool Recognises(ReadOnlySpan<byte> body) => body[..Math.Min(body.Length, 2048)].IndexOf("<datastore"u8) >= 0;

    /// <summary>Links in the records, and to the next group.</summary>
    public static IEnumerable<DiscoveredLink> Links(string text, Uri baseUri)
    {
        if (!text.Contains("<datastore", StringComparison.OrdinalIgnoreCase))
            yield break;
        foreach (Match match in Reference().Matches(text))
        {
            string link = WebUtility.HtmlDecode(match.Groups[1].Value);
            if (CrawlUrl.TryResolve(baseUri, link, out CrawlUrl? url)
                && LinkKinds.Of(url, IsProxy(url)) is { } kind)
            {
                yield return new DiscoveredLink(url, kind);
            }
        }
    }

    /// <summary>The groups that a pager's script would ask for: <c>startrecord</c>, <c>endrecord</c>, <c>perpage</c>.</summary>
    public static IEnumerable<DiscoveredLink> Groups(string script, Uri baseUri, int maxGroups)
    {
        if (ProxyAddress().Match(script) is not { Success: true } proxy || Number(script, "totalRecord") is not { } total)
            yield break;
        int perPage = Math.Max(1, Number(script, "perPage") ?? DefaultPerPage);
        int step = perPage * Math.Max(1, Number(script, "groupSize") ?? DefaultGroupSize);
        string address = WebUtility.HtmlDecode(proxy.Groups[1].Value);
        char joiner = address.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        string parameters = Parameters(script);
        int group = 0;
        for (long start = 1; start <= total && group < maxGroups; start += step, group++)
        {
            string query = FormattableString.Invariant(
                $"startrecord={start}&endrecord={Math.Min(start + step - 1, total)}&perpage={perPage}{parameters}");
            if (CrawlUrl.TryResolve(baseUri, address + joiner + query, out CrawlUrl? url))
                yield return new DiscoveredLink(url, LinkKind.Pager);
        }
    }

    private static bool IsProxy(CrawlUrl url) => url.Uri.AbsolutePath.EndsWith(Proxy, StringComparison.OrdinalIgnoreCase);

    private static int? Number(string script, string name)
    {
        Match? pair = Pair().Matches(script).FirstOrDefault(m => m.Groups[1].Value == name);
        return pair is not null && int.TryParse(
            pair.Groups[2].Value, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;
    }

    // What names the column: the pairs behind data:, as an object or as a query.
    private static string Parameters(string script)
    {
        if (DataQuery().Match(script) is { Success: true } query)
            return "&" + WebUtility.HtmlDecode(query.Groups[1].Value).TrimStart('&');
        return DataObject().Match(script) is { Success: true } pairs
            ? string.Concat(Pair().Matches(pairs.Groups[1].Value).Take(MaxPairs)
                .Select(m => $"&{m.Groups[1].Value}={Uri.EscapeDataString(m.Groups[2].Value)}"))
            : "";
    }

    [GeneratedRegex("""href\s*=\s*["']([^"'<>]+)["']""", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Reference();

    [GeneratedRegex("""["']([^"'<>\s]*dataproxy\.jsp[^"'<>\s]*)["']""", RegexOptions.NonBacktracking)]
    private static partial Regex ProxyAddress();

    [GeneratedRegex("""\bdata["']?\s*:\s*["']([A-Za-z0-9_]+=[^"'<>\s]*)["']""", RegexOptions.NonBacktracking)]
    private static partial Regex DataQuery();

    [GeneratedRegex("""\bdata["']?\s*:\s*\{([^{}]+)\}""", RegexOptions.NonBacktracking)]
    private static partial Regex DataObject();

    [GeneratedRegex("""([A-Za-z_][A-Za-z0-9_]{0,40})["']?\s*:\s*["']?([^"',{}\s]{1,200})""", RegexOptions.None, 200)]
    private static partial Regex Pair();
}
