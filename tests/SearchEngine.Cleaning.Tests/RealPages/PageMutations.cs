using System.Text;
using System.Text.RegularExpressions;

namespace SearchEngine.Cleaning.Tests.RealPages;

/// <summary>Takes from real pages what a cleaner may lean on, one habit at a time.</summary>
internal static partial class PageMutations
{
    /// <summary>Name, the change, and the share of pages whose result must stay the same. It is 1 where nothing is lost
    /// that a reader sees.</summary>
    public static (string Name, Func<string, byte[]> Make, double Same)[] All { get; } =
    [
        ("ids and classes renamed", text => Utf8(Renamed(text)), 0.97),
        ("metas taken away", text => Utf8(Metas().Replace(text, "")), 1),
        ("title element taken away", text => Utf8(TitleElement().Replace(text, "")), 1),
        ("styles and alignment taken away", text => Utf8(Styles().Replace(text, "")), 0.97),
        ("headings made plain", text => Utf8(Headings().Replace(text, "<$1div")), 0.95),
        ("metas, title and names taken away",
            text => Utf8(Renamed(TitleElement().Replace(Metas().Replace(text, ""), ""))), 0.95),
        ("names, metas, styles and headings taken away",
            text => Utf8(Headings().Replace(Styles().Replace(Renamed(Metas().Replace(text, "")), ""), "<$1div")), 0.92),
        ("blanks between tags taken away", text => Utf8(Between().Replace(text, "><")), 1),
        ("page wrapped in tables", text => Utf8(Wrapped(text)), 1),
        ("tags in capitals", text => Utf8(Tags().Replace(text, tag => tag.Value.ToUpperInvariant())), 1),
        ("GB18030 declared as UTF-8", text => Bytes(text, "gb18030", "utf-8"), 1),
        ("GB18030 declared as Big5", text => Bytes(text, "gb18030", "big5"), 1),
        ("GB18030 declared as Latin", text => Bytes(text, "gb18030", "iso-8859-1"), 1),
        ("GB18030 not declared", text => Bytes(text, "gb18030", ""), 1),
        ("UTF-8 declared as GB2312", text => Bytes(text, "utf-8", "gb2312"), 1),
        ("UTF-8 declared as Big5", text => Bytes(text, "utf-8", "big5"), 1),
        ("UTF-16 with a mark, declared as UTF-8", text => [.. Encoding.Unicode.Preamble, .. Bytes(text, "utf-16", "utf-8")], 1),
    ];

    private static string Renamed(string text) => Tag().Replace(text, tag => Names().Replace(tag.Value,
        name => $"{name.Groups[1].Value}=\"n{(uint)Hash(name.Value) % 99_991}\""));

    private static string Wrapped(string text)
    {
        const string Open = "<table width=1000><tr><td><table><tr><td>", Close = "</td></tr></table></td></tr></table>";
        return Body().IsMatch(text) ? Body().Replace(text, "$1" + Open, 1) + Close : Open + text + Close;
    }

    private static byte[] Bytes(string text, string charset, string declared) =>
        Encoding.GetEncoding(charset).GetBytes(
            Charset().Replace(text, declared.Length > 0 ? "charset=" + declared : ""));

    private static byte[] Utf8(string text) => Bytes(text, "utf-8", "utf-8");

    // The runtime's own hash changes from run to run.
    private static int Hash(string text) => text.Aggregate(17, (hash, c) => unchecked((hash * 31) + c));

    [GeneratedRegex("<[a-zA-Z][^<>]*>", RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Tag();

    [GeneratedRegex("</?[a-zA-Z][a-zA-Z0-9]*", RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Tags();

    [GeneratedRegex("""\b(class|id)\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]+)""", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 5000)]
    private static partial Regex Names();

    [GeneratedRegex("<meta\\b[^>]*>", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 5000)]
    private static partial Regex Metas();

    [GeneratedRegex("<title\\b.*?</title>", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.Singleline, 5000)]
    private static partial Regex TitleElement();

    [GeneratedRegex("""\s(?:style|align)\s*=\s*(?:"[^"]*"|'[^']*')""", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 5000)]
    private static partial Regex Styles();

    [GeneratedRegex("<(/?)h[1-6]\\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 5000)]
    private static partial Regex Headings();

    [GeneratedRegex(">\\s+<", RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Between();

    [GeneratedRegex("(<body[^>]*>)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 5000)]
    private static partial Regex Body();

    [GeneratedRegex("""charset=["']?[\w-]+""", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 5000)]
    private static partial Regex Charset();
}
