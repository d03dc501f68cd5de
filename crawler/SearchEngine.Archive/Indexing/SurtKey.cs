namespace SearchEngine.Archive.Indexing;

/// <summary>
/// The key by which replay tools look an address up: host labels turned round and joined by commas, then the path, all in
/// lower case; <c>http://www.jinan.gov.cn/A.html?q=1</c> is <c>cn,gov,jinan)/a.html?q=1</c>.
/// </summary>
internal static class SurtKey
{
    /// <summary>An address without a host (an imported file's) is its own key.</summary>
    public static string Of(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out Uri? uri) || uri.Scheme is not ("http" or "https") || uri.Host.Length == 0)
        {
            return Escaped(url.ToLowerInvariant());
        }

        string host = uri.Host.ToLowerInvariant();
        host = host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;
        string turned = uri.HostNameType == UriHostNameType.Dns ? string.Join(',', host.Split('.').Reverse()) : host;
        string port = uri.IsDefaultPort ? "" : $":{uri.Port}";
        return $"{turned}{port}){Escaped(uri.PathAndQuery.ToLowerInvariant())}";
    }

    // The key ends at the first blank of its line.
    private static string Escaped(string text) => text.Replace(" ", "%20", StringComparison.Ordinal);
}
