using System.Text.RegularExpressions;
using SearchEngine.Search.Answers;
using SearchEngine.Web.Features.Read;
using SearchEngine.Web.Features.Shared;

namespace SearchEngine.Web.Features.Results;

/// <summary>Turns hits into what the list shows of them.</summary>
internal static partial class HitPresenter
{
    public static HitView Of(SearchHit hit, SearchState state, bool isRelated)
    {
        string url = ReportAddress.Of(hit.Id, state);
        return new HitView(
            hit.Title ?? "题名不明",
            hit.TitleInferred,
            url,
            Wording.Place(hit.Region),
            hit.Occurrences,
            hit.Elliptical,
            hit.Passages.Where(passage => !passage.Elliptical).Select(passage => passage.Block).Distinct().Count(),
            Wording.Year(hit.Year),
            Wording.Date(hit.Published),
            hit.IssuerKind ?? FacetValues.Unknown,
            SafeLink.OrNull(hit.Url),
            [.. hit.Passages.Select(passage => Passage(passage, url, isRelated))],
            hit.Explain);
    }

    private static PassageView Passage(Passage passage, string url, bool isRelated)
    {
        MarkKind kind = isRelated ? MarkKind.Related : passage.Elliptical ? MarkKind.Half : MarkKind.Literal;
        List<TextMark> marks = [.. passage.Ranges
            .Where(range => range.Length == 2)
            .Select(range => new TextMark(range[0], range[1], kind))];
        string? whole = passage.Elliptical ? Bridge(passage, marks) : null;
        string fragment = passage.Paragraph is { } paragraph ? "#p" + Wording.Digits(paragraph) : "";
        return new PassageView(
            passage.Block,
            RoleStyle.Of(passage.Block),
            TextRuns.Of(passage.Text, marks),
            Location(passage),
            url + fragment,
            whole);
    }

    /// <summary>Marks what stands between the two halves, and returns the whole as written.</summary>
    private static string? Bridge(Passage passage, List<TextMark> marks)
    {
        marks.Sort((one, other) => one.Start.CompareTo(other.Start));
        if (marks.Count < 2 || marks[0].Start < 0 || marks[1].End > passage.Text.Length
            || marks[0].End >= marks[1].Start)
            return null;
        marks.Add(new TextMark(marks[0].End, marks[1].Start, MarkKind.Bridge));
        return passage.Text[marks[0].Start..marks[1].End];
    }

    private static string? Location(Passage passage)
    {
        string number = passage.Heading is { } heading
            ? HeadingNumber().Match(heading).Value.TrimEnd('、', '.', '．', ' ')
            : "";
        if (passage.Paragraph is { } paragraph)
            return $"{number} 第{Wording.NoBreak}{Wording.Count(paragraph, "段")}".TrimStart();
        return number.Length > 0 ? number + " 标题" : null;
    }

    [GeneratedRegex(@"^\s*(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|[0-9]{1,2}[.．、])", RegexOptions.None, 100)]
    private static partial Regex HeadingNumber();
}
