using System.Text;

namespace SearchEngine.Cleaning.Tests.Hostile;

/// <summary>Bytes that are not what they declare, and characters that are not what they look like.</summary>
internal static class EncodingTricks
{
    private static readonly string Page = Pages.Html($"<h1>关于巡查的通知</h1><div id=zoom><p>{Pages.Prose}</p><p>{Pages.Prose}</p></div>");

    private static readonly string[] Charsets =
        ["utf-8", "gb18030", "gbk", "big5", "utf-16le", "utf-16be", "windows-1252", "iso-8859-1"];

    private static readonly (string Name, string Text)[] Characters =
    [
        ("bidi overrides", "\u202E知通\u202C\u2066巡查\u2069"),
        ("zero-width joiners", "巡\u200D查\u200C通\u200B知\u2060"),
        ("combining marks", "巡查" + new string('\u0301', 10_000)),
        ("combining marks of many classes", string.Concat(Enumerable.Repeat("\u0327\u0301\u0316\u0345", 2_500))),
        ("private use", "\uE000\uF8FF巡查\uE123"),
        ("supplementary private use", "\U000F0000\U0010FFFD"),
        ("non-characters", "\uFDD0\uFFFE\uFFFF巡查"),
        ("control characters", "巡\u0001查\u0007通\u001B[31m知\u007F\u0085"),
        ("line and paragraph separators", "巡\u2028查\u2029通知"),
        ("full-width Latin", "ＡＢＣ＜ｓｃｒｉｐｔ＞"),
        ("compatibility ideographs", "\uF900\uFA0E\uFA30"),
        ("Hangul jamo to compose", "\u1112\u1161\u11AB"),
        ("variation selectors", "巡\uFE00查\U000E0100"),
        ("tag characters", "巡\U000E0041\U000E0042查"),
        ("extension B", "\U00020000\U0002A6D6"),
        ("soft hyphens and Mongolian separators", "巡\u00AD查\u180E通"),
        ("NUL", "巡\0查\0"),
        ("numeric entities of surrogates", "&#xD800;&#xDFFF;&#x110000;"),
        ("numeric entities of controls", "&#0;&#1;&#27;&#x80;&#x9F;"),
        ("a mark in the middle", "巡\uFEFF查\uFEFF"),
    ];

    public static IReadOnlyList<HostilePage> All { get; } = [.. Declared(), .. Broken(), .. Characters.Select(trick =>
        HostilePage.Of(trick.Name, () => Page.Replace("巡查的", trick.Text + "的", StringComparison.Ordinal)
            .Replace("压实", trick.Text + "压实", StringComparison.Ordinal)))];

    // Each page in one encoding, its declaration naming another.
    private static IEnumerable<HostilePage> Declared()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        foreach (string real in Charsets[..6])
            foreach (string declared in Charsets.Where(other => other != real).Take(2))
                yield return new HostilePage($"{real} declared as {declared}", () => new PageInput(
                    Encoding.GetEncoding(real).GetBytes(Page.Replace("utf-8", declared, StringComparison.Ordinal)),
                    null, $"text/html; charset={declared}", null, null));
    }

    private static IEnumerable<HostilePage> Broken()
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(Page);
        byte[] gb = Encoding.GetEncoding("gb18030").GetBytes(Page);
        int middle = utf8.Length / 2;
        (string Name, byte[] Bytes)[] pages =
        [
            ("overlong UTF-8", [.. utf8[..middle], 0xC0, 0xBC, 0xE0, 0x80, 0xBC, 0xF0, 0x80, 0x80, 0xBC, .. utf8[middle..]]),
            ("surrogates in UTF-8", [.. utf8[..middle], 0xED, 0xA0, 0x80, 0xED, 0xB0, 0x80, .. utf8[middle..]]),
            ("five-byte UTF-8", [.. utf8[..middle], 0xF8, 0x88, 0x80, 0x80, 0x80, 0xFF, 0xFE, .. utf8[middle..]]),
            ("UTF-8 cut inside a character", utf8[..(utf8.Length - 40)]),
            ("GBK cut by one byte", [.. gb[..200], .. gb[201..]]),
            ("GB18030 with a lone first byte", [.. gb, 0x81, 0x30, 0x81]),
            ("two encodings on one page", [.. utf8[..middle], .. gb[(gb.Length / 2)..]]),
            ("UTF-16 of odd length", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Page), 0x41]),
            ("two marks", [0xEF, 0xBB, 0xBF, 0xEF, 0xBB, 0xBF, .. utf8]),
            ("UTF-32", Encoding.UTF32.GetBytes(Page)),
            ("UTF-7 words", Encoding.ASCII.GetBytes("<p>+ADw-script+AD4-alert(1)+ADw-/script+AD4-</p>")),
            ("ISO 2022 escapes", [0x1B, 0x24, 0x42, 0x30, 0x21, 0x1B, 0x28, 0x42, .. utf8]),
        ];
        foreach ((string name, byte[] bytes) in pages)
            yield return new HostilePage(name, () => new PageInput(bytes, null, null, null, null));
    }
}
