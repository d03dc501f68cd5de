using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using SearchEngine.Cleaning.Lines;

namespace SearchEngine.Cleaning.Html;

/// <summary>
/// Walks a parsed page once, iteratively and by child index (walking by siblings costs the square of their number),
/// and writes down its lines, links and metas.
/// </summary>
internal sealed class HtmlReader
{
    // Scripts are read for page counts and challenges only; both stand early.
    private const int MaxScripts = 64, MaxScriptChars = 20_000;

    // A page with several is a list; which of them is the article's cannot be told.
    private const int MaxTimes = 2;

    private readonly PageOutline outline = new() { IsHtml = true };
    private readonly StringBuilder text = new();
    private readonly NoiseParts noise = new();
    private int linkChars, strongChars, inkChars, lineNode, elements, rows, cells;
    private bool lineCentered;
    private int lineNoise = -1, lineHeading, lineRow = -1, lineCell = -1;
    private string? lineHref;

    /// <summary>The outline of a page, or null when it has more elements than cleaning walks.</summary>
    public static PageOutline? Read(IHtmlDocument document)
    {
        HtmlReader reader = new();
        if (!reader.Walk(document))
            return null;
        reader.noise.Clear(reader.outline.Lines);
        RunawayLinks.Undo(reader.outline.Lines);
        return reader.outline;
    }

    private bool Walk(IHtmlDocument document)
    {
        Stack<Frame> path = new();
        outline.AddNode(-1, "#document", "");
        path.Push(new Frame(document, new Look(), -1));
        while (path.Count > 0)
        {
            Frame frame = path.Peek();
            if (frame.Next >= frame.Owner.ChildNodes.Length)
            {
                path.Pop();
                Leave(frame);
                continue;
            }

            INode child = frame.Owner.ChildNodes[frame.Next++];
            if (child is IText run)
                Append(run.Data, frame.Look);
            else if (child is IElement element)
            {
                if (++elements > CleaningLimits.MaxElements)
                    return false;
                if (Enter(element, frame.Look) is { } entered)
                    path.Push(entered);
            }

            if (outline.Lines.Count >= CleaningLimits.MaxLines)
                return false;
        }

        Flush();
        return true;
    }

    private Frame? Enter(IElement element, Look look)
    {
        string tag = element.LocalName;
        switch (tag)
        {
            case "head":
                return new Frame(element, look with { Head = true }, -1);
            case "title" when outline.DocumentTitle is null
                && TitleText(element.TextContent) is { Length: > 0 } title:
                outline.DocumentTitle = title;
                return null;
            case "meta":
                AddMeta(element);
                return null;
            case "base":
                outline.BaseHref ??= element.GetAttribute("href");
                return null;
            case "script":
                if (outline.Scripts.Count < MaxScripts && element.TextContent is { Length: > 0 } script)
                    outline.Scripts.Add(script.Length > MaxScriptChars ? script[..MaxScriptChars] : script);
                return null;
            case "br" or "hr":
                Flush();
                return null;
        }

        if (tag == "time" && outline.Times.Count < MaxTimes && element.GetAttribute("datetime") is { } time)
            outline.Times.Add(TextTidy.Line(time));
        if (look.Head || ElementClasses.IsSkipped(tag))
            return null;
        bool block = ElementClasses.IsBlock(tag);
        if (block)
            Flush();

        string id = element.Id ?? "", classes = element.ClassName ?? "";
        string tokens = id.Length == 0 ? classes : classes.Length == 0 ? id : id + " " + classes;
        bool container = tokens.Length > 0 && ElementClasses.IsContainer(tokens.ToLowerInvariant());
        Look inner = look with
        {
            Noise = ElementClasses.IsNoiseTag(tag) || InlineStyle.IsHidden(element)
                || (!container && tokens.Length > 0 && ElementClasses.IsNoise(tokens))
                ? noise.Add(look.Noise) : look.Noise,
            Centered = InlineStyle.Centered(element, tag) ?? look.Centered,
            Strong = look.Strong || InlineStyle.IsStrong(element, tag),
            Verbatim = tag == "pre" || (look.Verbatim && !block) || InlineStyle.KeepsBreaks(element),
            Heading = tag is ['h', >= '1' and <= '6'] ? tag[1] - '0' : look.Heading,
        };
        if (block)
            inner = inner with { Node = outline.AddNode(look.Node, tag, tokens.ToLowerInvariant()) };
        if (tag == "tr")
            inner = inner with { Row = rows++ };
        if (tag is "td" or "th")
            inner = inner with { Cell = cells++ };

        int link = -1;
        if (tag == "a" && element.GetAttribute("href") is { } href)
        {
            link = outline.Links.Count;
            outline.Links.Add(new PageLink(href.Trim(), element.GetAttribute("title") ?? "", outline.Lines.Count,
                inner.Noise >= 0));
            inner = inner with { Link = link };
        }

        return new Frame(element, inner, link) { IsBlock = block };
    }

    private void Leave(Frame frame)
    {
        if (frame.IsBlock)
            Flush();
        if (frame.Link < 0)
            return;
        PageLink link = outline.Links[frame.Link];
        string label = TextTidy.Line(frame.Owner.TextContent);
        outline.Links[frame.Link] = link with { Text = label.Length > 0 ? label : link.Text };
    }

    private void Append(string data, Look look)
    {
        if (look.Head)
            return;
        if (look.Verbatim && data.Contains('\n', StringComparison.Ordinal))
        {
            foreach (string part in data.Split('\n'))
            {
                Append(part, look with { Verbatim = false });
                Flush();
            }

            return;
        }

        if (inkChars == 0)
            (lineNode, lineNoise, lineCentered, lineHeading, lineRow, lineCell) =
                (look.Node, look.Noise, look.Centered, look.Heading, look.Row, look.Cell);
        int ink = 0;
        foreach (char c in data)
            if (!char.IsWhiteSpace(c))
                ink++;
        TextTidy.AppendUnwrapped(text, data);
        inkChars += ink;
        linkChars += look.Link >= 0 ? ink : 0;
        strongChars += look.Strong ? ink : 0;
        if (look.Link >= 0 && ink > 0)
            lineHref ??= outline.Links[look.Link].Href;
        if (text.Length > CleaningLimits.MaxLineChars)
            Flush();
    }

    private void Flush()
    {
        string line = inkChars == 0 ? "" : TextTidy.Line(text.ToString());
        if (line.Length > 0)
        {
            noise.Count(lineNoise, line.Length - Math.Min(linkChars, line.Length));
            outline.Lines.Add(new PageLine
            {
                Text = line,
                Node = lineNode,
                LinkChars = Math.Min(linkChars, line.Length),
                HeadingTag = lineHeading,
                Centered = lineCentered,
                Strong = strongChars == inkChars,
                Noise = lineNoise >= 0,
                Row = lineRow,
                Cell = lineCell,
                Href = lineHref,
            });
        }

        text.Clear();
        (linkChars, strongChars, inkChars, lineHref) = (0, 0, 0, null);
    }

    // A title element that is not closed swallows the page; what it says ends where the markup begins.
    private static string TitleText(string content)
    {
        int markup = content.IndexOf('<', StringComparison.Ordinal);
        return TextTidy.Line(markup < 0 ? content : content.AsSpan(0, markup));
    }

    private void AddMeta(IElement meta)
    {
        string? name = meta.GetAttribute("name") ?? meta.GetAttribute("property") ?? meta.GetAttribute("itemprop");
        if (name is { Length: > 0 and < 64 } && meta.GetAttribute("content") is { } content
            && TextTidy.Line(content) is { Length: > 0 } value)
            outline.Metas.Add((name.Trim().ToLowerInvariant(), value));
    }

    private sealed class Frame(INode owner, Look look, int link)
    {
        public INode Owner => owner;

        public Look Look => look;

        public int Link => link;

        public int Next { get; set; }

        public bool IsBlock { get; init; }
    }

    private readonly record struct Look()
    {
        public int Node { get; init; }

        /// <summary>Number of the innermost part of the page that is called noise, or -1.</summary>
        public int Noise { get; init; } = -1;

        public bool Centered { get; init; }

        public bool Strong { get; init; }

        public int Heading { get; init; }

        public int Link { get; init; } = -1;

        public int Row { get; init; } = -1;

        public int Cell { get; init; } = -1;

        public bool Head { get; init; }

        /// <summary>Line breaks of the source are seen.</summary>
        public bool Verbatim { get; init; }
    }
}
