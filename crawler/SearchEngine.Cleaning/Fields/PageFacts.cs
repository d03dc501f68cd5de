using SearchEngine.Cleaning.Extraction;
using SearchEngine.Cleaning.Lines;

namespace SearchEngine.Cleaning.Fields;

/// <summary>What a page says about its article outside the article: metas, labelled values and the bare lines above the
/// text.</summary>
internal sealed class PageFacts
{
    // Lines below the text that may still carry its fields (供稿、来源、发布时间).
    private const int TailLines = 40, LinesInside = 8, LinesNearEnd = 20;

    private readonly PageOutline outline;

    public PageFacts(PageOutline outline, BodyRange range, int textStart)
    {
        this.outline = outline;
        TextStart = textStart;
        int last = range.Lines.Count == 0 ? -1 : range.Lines[^1];
        int count = outline.Lines.Count;
        Head = [.. Enumerable.Range(0, Math.Min(textStart, count))];
        HashSet<int> below = [.. AfterText(range)];
        IEnumerable<int> tail = range.Lines.TakeLast(LinesNearEnd).Where(i => below.Contains(i)
                || !LinePatterns.EndsSentence(outline.Lines[i].Text))
            .Where(i => outline.Lines[i].Text.Length <= 60)
            .Concat(last < 0 ? [] : Enumerable.Range(last + 1, Math.Max(0, Math.Min(TailLines, count - last - 1))));
        Labelled = [.. FieldBlock.Read(outline, Head.Concat(tail.Where(i => i >= textStart)))
            .Where(value => value.Field != "dated" || value.Line < textStart || value.Line > last
                || below.Contains(value.Line))];
    }

    /// <summary>Number of the first line of running text; the page's line count when it has none.</summary>
    public int TextStart { get; }

    /// <summary>Numbers of the lines above the text.</summary>
    public IReadOnlyList<int> Head { get; }

    /// <summary>Labelled values above and below the text, in order.</summary>
    public IReadOnlyList<LabelledValue> Labelled { get; }

    // 时间 among the paragraphs belongs to what the text tells; below its last sentence it is the page's.
    private IEnumerable<int> AfterText(BodyRange range) => range.Lines.Reverse()
        .TakeWhile(i => !LinePatterns.EndsSentence(outline.Lines[i].Text) || FieldBlock.IsFieldLine(outline.Lines[i].Text))
        .Take(LinesInside).Reverse();

    public PageLine Line(int number) => outline.Lines[number];

    /// <summary>The first value under one of the labels of a field.</summary>
    public LabelledValue? First(string field) => Labelled
        .FirstOrDefault(value => value.Field == field && value.Value is not null);

    /// <summary>Content of the first meta with one of these names (lower case), with the name.</summary>
    public (string Name, string Content)? Meta(params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
            foreach ((string meta, string content) in outline.Metas)
                if (meta == name)
                    return (meta, content);
        return null;
    }

    /// <summary>The page's only time element, as its markup gives it; null when there is none or several.</summary>
    public string? Time => outline.Times.Count == 1 ? outline.Times.First() : null;

    /// <summary>The lines right above the text, nearest first, that are neither links nor navigation.</summary>
    public IEnumerable<int> Above(int count) => Head.Reverse()
        .Where(i => outline.Lines[i].LinkShare < 0.9 || outline.Lines[i].HeadingTag > 0).Take(count);
}
