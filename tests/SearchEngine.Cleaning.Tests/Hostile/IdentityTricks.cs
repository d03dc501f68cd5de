using System.Text;

namespace SearchEngine.Cleaning.Tests.Hostile;

/// <summary>Pages that claim to be another page, another file, or everything at once.</summary>
internal static class IdentityTricks
{
    private const string Body = $"<h1>关于巡查的通知</h1><div id=zoom><p>{Pages.Prose}</p></div>";

    private static readonly string[] Addresses =
    [
        "http://a.example/../../etc/passwd", "http://a.example/..%5c..%5cwindows", "http://a.example/CON", "http://a.example/a\nb.html",
        "http://a.example/%00.html", "http://" + new string('a', 300) + ".example/", "http://a.example/" + new string('x', 5000),
        "file:///etc/passwd", "javascript:alert(1)", "gopher://a.example/", "not an address", "", "http://", "//127.0.0.1/", "http://[::1]/", "http://a.example:99999/",
    ];

    private static readonly string[] Files =
        ["../../etc/passwd", "CON", "a\0b.html", new string('文', 300) + ".html", "/", ".", "C:\\x\\y.html", "a\nb.txt"];

    private static readonly (string Name, Func<string> Make)[] Contents =
    [
        ("canonical elsewhere", () => Pages.Html(Body, head: "<link rel=canonical href=http://other.example/>")),
        ("base elsewhere", () => Pages.Html(Body + "<a href=x.pdf>附件.pdf</a>", head: "<base href='file:///etc/'>")),
        ("base that is no address", () => Pages.Html(Body + "<a href=x.pdf>附件.pdf</a>", head: "<base href='http://[bad'>")),
        ("title of a megabyte", () => Pages.Html(Body, new string('报', 1_000_000))),
        ("heading of a megabyte", () => Pages.Html($"<h1>{new string('报', 1_000_000)}</h1>" + Body)),
        ("100,000 dates", () => Pages.Html(string.Concat(Enumerable.Repeat("<p>发布日期：2024-01-01</p>", 30_000)) + Body)),
        ("100,000 headings", () => Pages.Html(string.Concat(Enumerable.Repeat("<h1>通知</h1>", 30_000)) + Body)),
        ("100,000 labels in a line", () => Pages.Html("<p>" + string.Concat(Enumerable.Repeat("索引号：", 100_000)) + "</p>" + Body)),
        ("100,000 metas", () => Pages.Html(Body, head: string.Concat(Enumerable.Repeat("<meta name=PubDate content=2024-01-01>", 50_000)))),
        ("a meta of a megabyte", () => Pages.Html(Body, head: $"<meta name=ArticleTitle content='{new string('报', 1_000_000)}'>")),
        ("100,000 numbers cited", () => Pages.Html(Body + "<p>" + string.Concat(Enumerable.Range(0, 50_000).Select(i => $"云政发〔2024〕{i}号，")) + "</p>")),
        ("100,000 next pages", () => Pages.Html(Body + string.Concat(Enumerable.Range(0, 50_000).Select(i => $"<a href=c_{i}.html>{i}</a>")))),
        ("100,000 attachments", () => Pages.Html(Body + string.Concat(Enumerable.Range(0, 50_000).Select(i => $"<a href=f{i}.pdf>附件{i}</a>")))),
        ("script that counts a billion pages", () => Pages.Html(Body + "<script>createPageHTML(999, 0, 'c', 'html');createPageHTML(99999999999, 0, 'c', 'html')</script>")),
        ("50,000 numerals as a heading", () => Pages.Html($"<div id=zoom><p>{new string('一', 50_000)}、</p><p>{Pages.Prose}</p></div>")),
        ("50,000 opening quotes", () => Pages.Html($"<div id=zoom><p>{new string('“', 50_000)}</p><p>{Pages.Prose}</p></div>")),
    ];

    public static IReadOnlyList<HostilePage> All { get; } =
    [
        .. Addresses.Select(address => HostilePage.Of("address " + Brief(address), () => Pages.Html(Body), address)),
        .. Files.Select(file => new HostilePage("file " + Brief(file), () => new PageInput(Encoding.UTF8.GetBytes(Pages.Html(Body)), null, null, file, null))),
        .. Contents.Select(content => HostilePage.Of(content.Name, content.Make)),
    ];

    private static string Brief(string text) => text.Length > 40 ? text[..40] : text.ReplaceLineEndings(" ").Replace('\0', ' ');
}
