using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using SearchEngine.Samples;

namespace SearchEngine.EndToEnd.Tests.Samples;

/// <summary>A sample page as text, read without any part of the product.</summary>
internal static partial class SamplePage
{
    /// <summary>Strict: bytes that are not of the character set are an error, not a replacement character.</summary>
    public static Encoding StrictGb18030 { get; } = CodePagesEncodingProvider.Instance.GetEncoding(
        "GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    public static UTF8Encoding StrictUtf8 { get; } = new(false, throwOnInvalidBytes: true);

    /// <summary>The markup of the page, by the character set of its site.</summary>
    public static string Markup(ExpectedPage page)
    {
        bool utf8 = SampleSites.All.Single(site => site.Name == page.Site).StatesCharset;
        return (utf8 ? StrictUtf8 : StrictGb18030).GetString(File.ReadAllBytes(page.File));
    }

    /// <summary>The visible text, a line for each piece between elements that break lines.</summary>
    public static string Text(ExpectedPage page)
    {
        string visible = Invisible().Replace(Markup(page), "");
        return WebUtility.HtmlDecode(Tag().Replace(LineBreaking().Replace(visible, "\n"), ""));
    }

    /// <summary>The addresses that the page links to, as written.</summary>
    public static IEnumerable<string> Links(ExpectedPage page) =>
        Link().Matches(Markup(page)).Select(match => WebUtility.HtmlDecode(match.Groups["to"].Value));

    [GeneratedRegex("<a[^>]* href=\"?(?<to>[^\" >]+)", RegexOptions.NonBacktracking)]
    private static partial Regex Link();

    [GeneratedRegex(
        "<(script|style)[^>]*>.*?</(script|style)>", RegexOptions.Singleline | RegexOptions.NonBacktracking)]
    private static partial Regex Invisible();

    [GeneratedRegex(
        "</?(p|div|table|tr|td|br|ul|li|ol|dl|dt|dd|h[1-6]|header|main|section|footer|title|a)( [^>]*|/)?>",
        RegexOptions.NonBacktracking)]
    private static partial Regex LineBreaking();

    [GeneratedRegex("<[^>]*>", RegexOptions.NonBacktracking)]
    private static partial Regex Tag();
}
