using SearchEngine.Index.Search;
using SearchEngine.Reports.Model;
using SearchEngine.Search.Service;
using SearchEngine.Web.Features.Shared;

namespace SearchEngine.Web.Features.Read;

/// <summary>
/// The hits of a query in a report, numbered through title and text: literal ones h1, h2, …; elliptical e1, e2, ….
/// </summary>
internal sealed class HitMap
{
    /// <summary>
    /// The engine's definition: a shortened phrase has two characters before the bridge and two after it.
    /// </summary>
    private const int HalfLength = 2;

    private HitMap(int lines) => Lines = [.. Enumerable.Repeat<IReadOnlyList<TextMark>>([], lines)];

    public IReadOnlyList<TextMark> Title { get; private set; } = [];

    /// <summary>Marks of each line, in the order of the body.</summary>
    public IReadOnlyList<TextMark>[] Lines { get; }

    /// <summary>Line of each literal hit, in order; -1 for the title, with the position in it.</summary>
    public List<(int Line, int Offset)> Literal { get; } = [];

    public int Elliptical { get; private set; }

    /// <summary>Number of the hit the reader is at; 0 when there is none.</summary>
    public int Current { get; private init; }

    public static HitMap None(int lines) => new(lines);

    public static HitMap Of(ReportHits hits, IReadOnlyList<BodyLine> lines, int current)
    {
        int total = hits.Title.Count + hits.Lines.Take(lines.Count).Sum(line => line.Literal.Count);
        HitMap map = new(lines.Count) { Current = total == 0 ? 0 : Math.Clamp(current, 1, total) };
        map.Title = [.. hits.Title.Select(range => map.Number(-1, range))];
        for (int line = 0; line < Math.Min(lines.Count, hits.Lines.Count); line++)
        {
            LineHits found = hits.Lines[line];
            int at = line;
            map.Lines[line] =
            [
                .. found.Literal.Select(range => map.Number(at, range)),
                .. found.Elliptical.SelectMany(map.Shortened),
            ];
        }

        return map;
    }

    private TextMark Number(int line, TextRange range)
    {
        Literal.Add((line, range.Start));
        int number = Literal.Count;
        return new TextMark(range.Start, range.End, MarkKind.Literal, "h" + Wording.Digits(number), number == Current);
    }

    private IEnumerable<TextMark> Shortened(TextRange range)
    {
        string anchor = "e" + Wording.Digits(++Elliptical);
        if (range.End - range.Start <= 2 * HalfLength)
            return [new TextMark(range.Start, range.End, MarkKind.Half, anchor)];
        return
        [
            new TextMark(range.Start, range.Start + HalfLength, MarkKind.Half, anchor),
            new TextMark(range.Start + HalfLength, range.End - HalfLength, MarkKind.Bridge),
            new TextMark(range.End - HalfLength, range.End, MarkKind.Half),
        ];
    }
}
