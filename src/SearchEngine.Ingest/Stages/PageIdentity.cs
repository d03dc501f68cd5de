using System.Security.Cryptography;
using System.Text;
using SearchEngine.Reports.Catalogue;

namespace SearchEngine.Ingest.Stages;

/// <summary>
/// Names pages. An id must survive re-cleaning and rebuilds, so it depends on nothing but where the page came from:
/// its first address, or its bytes where it has none.
/// </summary>
internal static class PageIdentity
{
    private const int HexDigits = 12;

    public static string Of(CapturedPage page) =>
        page.FileName is null ? OfAddress(page.Capture.Url) : page.Capture.Digest[..HexDigits];

    public static string OfAddress(string url) => Hex(Encoding.UTF8.GetBytes(url))[..HexDigits];

    /// <summary>SHA-256 in lower-case hex.</summary>
    public static string Hex(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
