using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using SearchEngine.Cleaning.Decoding;
using SearchEngine.Cleaning.Documents;
using SearchEngine.Cleaning.Html;
using SearchEngine.Cleaning.Lines;
using SearchEngine.Reports.Model;

namespace SearchEngine.Cleaning.Reading;

/// <summary>Tells what an input is by its bytes, never by its name, and reads it into lines.</summary>
internal static partial class InputReader
{
    // Share of control characters above which bytes are no text in any encoding.
    private const double MaxControlShare = 0.05;

    private const int SampleChars = 65_536;

    // Characters outside links and tools.
    private const int MostShown = 60;

    /// <summary>The lines of an input.</summary>
    /// <exception cref="UnreadableInputException">It is neither text nor a document that can be read here.</exception>
    public static ReadPage Read(PageInput page)
    {
        byte[] bytes = page.Bytes;
        if (bytes.Length > CleaningLimits.MaxBytes)
            return Refused("utf-8", $"文件超过{CleaningLimits.MaxBytes / (1024 * 1024)} MB");
        if (DocumentReader.FormatOf(bytes) is { } format)
            return DocumentReader.Read(bytes, format);
        if (BinaryFormats.NameOf(bytes) is { } name)
            throw new UnreadableInputException($"这是{name}文件，不是可清洗的网页或文稿；请换用 html、txt、pdf、doc 或 docx。");

        DecodedText decoded = CharsetDetector.Decode(bytes, page.ContentType);
        if (IsBinary(decoded.Text))
            throw new UnreadableInputException("这不是文本文件，无法清洗；请换用 html、txt、pdf、doc 或 docx。");
        if (!Markup().IsMatch(decoded.Text.Length > SampleChars ? decoded.Text[..SampleChars] : decoded.Text))
            return new ReadPage(PlainTextReader.Read(decoded.Text), decoded.Charset, decoded.From, null, []);

        HtmlOutcome parsed = HtmlGuard.Parse(decoded.Text);
        if (parsed.Document is null)
            return Refused(decoded.Charset, parsed.Refusal!);
        if (HtmlReader.Read(parsed.Document) is not { } outline)
            return Refused(decoded.Charset, "页面元素过多");
        return ShowsNothing(outline) && Embedded(parsed.Document, outline) is { } embedded
            ? new ReadPage(embedded, decoded.Charset, decoded.From, null, [new Repair("取自页面内嵌的数据", 0, "", "")])
            : new ReadPage(outline, decoded.Charset, decoded.From, null, []);
    }

    // What a page shows beside links and tools is less than a sentence: its script would fill it.
    private static bool ShowsNothing(PageOutline outline) =>
        outline.Lines.Sum(line => LinePatterns.IsBoilerplate(line.Text) ? 0 : line.Text.Length - line.LinkChars)
            < MostShown;

    private static PageOutline? Embedded(IHtmlDocument document, PageOutline shown)
    {
        if (EmbeddedArticle.Find(document.Scripts.Select(script => script.TextContent)) is not { } page
            || HtmlGuard.Parse(page).Document is not { } article || HtmlReader.Read(article) is not { } outline)
            return null;
        outline.Metas.AddRange(shown.Metas);
        outline.Links.AddRange(shown.Links.Select(link => link with { Line = outline.Lines.Count }));
        outline.DocumentTitle = shown.DocumentTitle;
        outline.BaseHref = shown.BaseHref;
        return outline;
    }

    private static ReadPage Refused(string charset, string why) => new(new PageOutline(), charset, "", why, []);

    private static bool IsBinary(string text)
    {
        int control = 0, length = Math.Min(text.Length, SampleChars);
        for (int i = 0; i < length; i++)
            if (text[i] is < ' ' and not ('\n' or '\r' or '\t' or '\f'))
                control++;
        return control > MaxControlShare * length;
    }

    [GeneratedRegex(@"</?(?:!doctype|html|head|body|div|p|table|tr|td|span|br|a|ul|ol|li|h[1-6]|script|meta|title|center|font|article|section|main)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Markup();
}
