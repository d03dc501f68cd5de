namespace SearchEngine.Web.Features.Shared;

/// <summary>Addresses that came from a page are followed only when they are web addresses.</summary>
internal static class SafeLink
{
    /// <summary>
    /// The address in its canonical form when it is http or https, otherwise null: no javascript:, data: or file:.
    /// </summary>
    public static string? OrNull(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out Uri? uri)
            && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
            ? uri.AbsoluteUri
            : null;
}
