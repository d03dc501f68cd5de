using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.RegularExpressions;

namespace SearchEngine.Crawler.Scope;

/// <summary>
/// An http or https address in the one spelling under which it is fetched and remembered: host in lower-case ASCII, no
/// default port, no dot segments, no fragment, escapes in capitals, no session id in the path. A query is never changed.
/// </summary>
public sealed partial record CrawlUrl
{
    private const int HttpPort = 80;
    private const int HttpsPort = 443;

    private CrawlUrl(Uri uri) => Uri = uri;

    public Uri Uri { get; }

    public string Text => Uri.AbsoluteUri;

    public string PathAndQuery => Uri.PathAndQuery;

    /// <summary>Host name or address literal, without brackets.</summary>
    public string HostName => Uri.IdnHost;

    public int Port => Uri.Port;

    /// <summary>Scheme, host and port: what one robots.txt speaks for.</summary>
    public string Origin => $"{Uri.Scheme}://{Uri.IdnHost}:{Uri.Port}";

    /// <summary>What one connection at a time is kept for: the host, and the port where it is not 80 or 443.</summary>
    public string Host => HasWebPort ? HostName : $"{HostName}:{Port}";

    public bool HasWebPort => Port is HttpPort or HttpsPort;

    /// <summary>Reads an absolute address.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out CrawlUrl? url) => TryCreate(text, null, out url);

    /// <summary>Reads a link as it stands on a page; relative ones are resolved against that page only.</summary>
    public static bool TryResolve(Uri page, string link, [NotNullWhen(true)] out CrawlUrl? url) =>
        TryCreate(link, page, out url);

    public override string ToString() => Text;

    private static bool TryCreate(string text, Uri? page, [NotNullWhen(true)] out CrawlUrl? url)
    {
        url = null;
        string link = LineBreaks().Replace(text, "").Trim();
        if (link.Length == 0 || link.Length > CrawlLimits.Default.MaxUrlLength * 4)
        {
            return false;
        }

        // A leading // parses as a file on Unix when it is taken for absolute, so only a scheme makes it absolute.
        bool absolute = Scheme().IsMatch(link);
        Uri? uri;
        bool read = absolute ? Uri.TryCreate(link, UriKind.Absolute, out uri)
            : page is not null & Uri.TryCreate(page, link, out uri);
        if (!read || uri is null || !IsWeb(uri) || !TryCanonical(uri, out Uri? canonical))
        {
            return false;
        }

        url = new CrawlUrl(canonical);
        return true;
    }

    private static bool IsWeb(Uri uri) =>
        (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
        && uri.UserInfo.Length == 0 && uri.Port > 0 && uri.HostNameType != UriHostNameType.Unknown
        && uri.IdnHost.Length is > 0 and <= 253;

    private static bool TryCanonical(Uri uri, [NotNullWhen(true)] out Uri? canonical)
    {
        string host = uri.IdnHost.ToLowerInvariant().TrimEnd('.');
        string bracketed = uri.HostNameType == UriHostNameType.IPv6 ? $"[{host}]" : host;
        string port = uri.IsDefaultPort ? "" : $":{uri.Port}";
        string path = SessionId().Replace(uri.AbsolutePath, "");
        string text = $"{uri.Scheme}://{bracketed}{port}{UpperEscapes(path)}{UpperEscapes(uri.Query)}";

        // Read again: what was written must mean what was decided on (the two-parser rule).
        return Uri.TryCreate(text, UriKind.Absolute, out canonical) && IsWeb(canonical)
            && canonical.Port == uri.Port && canonical.AbsoluteUri.Length <= CrawlLimits.Default.MaxUrlLength;
    }

    private static string UpperEscapes(string text)
    {
        if (!text.Contains('%', StringComparison.Ordinal))
        {
            return text;
        }

        StringBuilder upper = new(text);
        for (int i = 0; i + 2 < upper.Length; i++)
        {
            if (upper[i] == '%' && char.IsAsciiHexDigit(upper[i + 1]) && char.IsAsciiHexDigit(upper[i + 2]))
            {
                upper[i + 1] = char.ToUpperInvariant(upper[i + 1]);
                upper[i + 2] = char.ToUpperInvariant(upper[i + 2]);
            }
        }

        return upper.ToString();
    }

    [GeneratedRegex(@"[\t\r\n]", RegexOptions.NonBacktracking)]
    private static partial Regex LineBreaks();

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9+.\-]*:", RegexOptions.NonBacktracking)]
    private static partial Regex Scheme();

    [GeneratedRegex(@";jsessionid=[^/;?]*", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex SessionId();
}
