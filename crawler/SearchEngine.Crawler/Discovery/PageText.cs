using System.Text;
using System.Text.RegularExpressions;

namespace SearchEngine.Crawler.Discovery;

/// <summary>
/// Bytes to text, well enough for links. gb2312 and gbk are always read as GB18030, which contains both: pages state the
/// smallest and use the largest.
/// </summary>
internal static partial class PageText
{
    private const int MetaWindow = 4096;
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    static PageText() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <param name="bytes">The decoded body.</param>
    /// <param name="contentType">The field with its charset parameter; null when there is none.</param>
    public static string Decode(ReadOnlySpan<byte> bytes, string? contentType)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            return Encoding.UTF8.GetString(bytes[3..]);
        }

        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
        {
            return Encoding.Unicode.GetString(bytes[2..]);
        }

        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return Encoding.BigEndianUnicode.GetString(bytes[2..]);
        }

        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            string head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, MetaWindow)]);
            return (Stated(contentType ?? "") ?? Stated(head) ?? Encoding.GetEncoding("GB18030")).GetString(bytes);
        }
    }

    private static Encoding? Stated(string text)
    {
        Match match = Charset().Match(text);
        string name = match.Groups[1].Value.ToLowerInvariant();
        if (!match.Success || name is "utf-8" or "utf8")
        {
            return null;
        }

        try
        {
            return name.StartsWith("gb", StringComparison.Ordinal) ? null : Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    [GeneratedRegex("""(?i)charset\s*=\s*["']?\s*([a-z0-9_\-]+)""", RegexOptions.None, matchTimeoutMilliseconds: 200)]
    private static partial Regex Charset();
}
