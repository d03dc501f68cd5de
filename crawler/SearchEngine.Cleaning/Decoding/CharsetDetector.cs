using System.Text;
using System.Text.RegularExpressions;

namespace SearchEngine.Cleaning.Decoding;

/// <summary>
/// Chooses the encoding of a page: byte order mark, strictly valid UTF-8, the header, every meta, statistics.
/// GB2312 and GBK are always read as GB18030, which contains both: pages that declare the smaller set use the larger.
/// </summary>
internal static partial class CharsetDetector
{
    private static readonly UTF8Encoding StrictUtf8 = new(false, true);

    // Share of characters that may fail to decode before a declaration is called a lie.
    private const double MaxErrorShare = 0.002;

    // Of the characters in running Chinese, three in five are among the few hundred commonest; of wrongly decoded ones,
    // one in twenty. A list of names has fewer, and short texts tell nothing.
    private const double LeastCommonShare = 0.15;

    private const int LeastHan = 60;

    // Characters in which a charset is declared; generators put scripts before it, but not more than this.
    private const int DeclarationChars = 16_384;

    private static readonly string[] Guesses = ["gb18030", "utf-8", "big5", "utf-16le", "utf-16be"];

    static CharsetDetector() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Decodes a page. Never throws; undecodable bytes become U+FFFD.</summary>
    /// <param name="bytes">The page.</param>
    /// <param name="contentType">The Content-Type header, or null.</param>
    public static DecodedText Decode(ReadOnlySpan<byte> bytes, string? contentType)
    {
        if (FromByteOrderMark(bytes) is { } marked)
            return marked;
        if (WithoutMark(bytes) is { } wide)
            return wide;
        if (TryStrictUtf8(bytes) is { } utf8)
            return new DecodedText(utf8, "utf-8", "bytes");

        string head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, DeclarationChars)]);
        foreach ((string name, string from) in Declared(head, contentType))
            if (Canonical(name) is { } charset && TryDeclared(bytes, charset) is { } text)
                return new DecodedText(text, charset, from);
        return ByStatistics(bytes);
    }

    private static DecodedText? FromByteOrderMark(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, .. var rest] => new(Encoding.UTF8.GetString(rest), "utf-8", "BOM"),
        [0xFF, 0xFE, .. var rest] => new(Encoding.Unicode.GetString(rest), "utf-16le", "BOM"),
        [0xFE, 0xFF, .. var rest] => new(Encoding.BigEndianUnicode.GetString(rest), "utf-16be", "BOM"),
        [0x84, 0x31, 0x95, 0x33, .. var rest] => new(Get("gb18030").GetString(rest), "gb18030", "BOM"),
        _ => null,
    };

    // UTF-16 without a mark shows itself by the zero byte of every ASCII character of the markup.
    private static DecodedText? WithoutMark(ReadOnlySpan<byte> bytes)
    {
        int length = Math.Min(bytes.Length, 4096) & ~1;
        if (length < 16)
            return null;
        int even = 0, odd = 0;
        for (int i = 0; i < length; i += 2)
        {
            even += bytes[i] == 0 ? 1 : 0;
            odd += bytes[i + 1] == 0 ? 1 : 0;
        }

        int pairs = length / 2;
        if (odd * 5 > pairs && even * 20 < pairs)
            return new DecodedText(Encoding.Unicode.GetString(bytes), "utf-16le", "bytes");
        if (even * 5 > pairs && odd * 20 < pairs)
            return new DecodedText(Encoding.BigEndianUnicode.GetString(bytes), "utf-16be", "bytes");
        return null;
    }

    private static string? TryStrictUtf8(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static IEnumerable<(string Name, string From)> Declared(string head, string? contentType)
    {
        if (contentType is not null && DeclaredCharset().Match(contentType) is { Success: true } header)
            yield return (header.Groups[1].Value, "header");
        foreach (Match meta in DeclaredCharset().Matches(head))
            yield return (meta.Groups[1].Value, "meta");
    }

    private static string? TryDeclared(ReadOnlySpan<byte> bytes, string charset)
    {
        string text = Get(charset).GetString(bytes);
        int errors = text.Count(c => c == '\uFFFD');
        return errors <= MaxErrorShare * text.Length && IsChinese(text) ? text : null;
    }

    // Bytes of one double-byte set are nearly always valid in the other; what comes out is characters that nobody uses.
    private static bool IsChinese(string text) =>
        text.Count(Lines.TextTidy.IsHan) < LeastHan || HanStatistics.CommonShare(text) >= LeastCommonShare;

    private static DecodedText ByStatistics(ReadOnlySpan<byte> bytes)
    {
        DecodedText? best = null;
        double bestScore = double.NegativeInfinity;
        foreach (string charset in Guesses)
        {
            string text = Get(charset).GetString(bytes);
            double score = HanStatistics.Score(text);
            if (score > bestScore)
                (best, bestScore) = (new DecodedText(text, charset, "statistics"), score);
        }

        return best!;
    }

    // A Latin declaration says nothing: servers add it to pages of every language.
    private static string? Canonical(string name) => name.ToLowerInvariant() switch
    {
        "utf-8" or "utf8" => "utf-8",
        "gb2312" or "gbk" or "gb18030" or "gb_2312-80" or "x-gbk" or "cp936" or "windows-936" or "hz-gb-2312" =>
            "gb18030",
        "big5" or "big5-hkscs" or "cp950" or "x-x-big5" => "big5",
        _ => null,
    };

    private static Encoding Get(string charset) => charset switch
    {
        "utf-8" => Encoding.UTF8,
        "utf-16le" => Encoding.Unicode,
        "utf-16be" => Encoding.BigEndianUnicode,
        _ => Encoding.GetEncoding(charset),
    };

    [GeneratedRegex("""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_\-]{3,20})""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex DeclaredCharset();
}
