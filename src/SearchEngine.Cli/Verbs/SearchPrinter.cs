using System.Globalization;
using System.Text;
using SearchEngine.Cli.Terminal;
using SearchEngine.Search.Answers;
using SearchEngine.Search.Requests;
using Spectre.Console;

namespace SearchEngine.Cli.Verbs;

/// <summary>Prints a search's answer for a person: how it was read, the counts, the facets in brief, the hits.</summary>
internal static class SearchPrinter
{
    public static void Print(SearchAnswer answer, SearchRequest request)
    {
        IAnsiConsole console = Messages.Output;
        Line(console, answer.Understood, "grey");
        if (answer.Error is { } error)
            Line(console, error.Message, "yellow");
        console.MarkupLine(
            $"[bold]{answer.Reports}[/] 篇，已采集 {answer.Of.Reports} 篇之中；[bold]{answer.Occurrences}[/] 处"
            + (answer.Elliptical > 0 ? $"；另有省略式 {answer.Elliptical} 处" : "")
            + (answer.Partial ? "（未检索完，数目是下限）" : ""));
        Facets(console, answer.Facets);
        int number = request.From;
        foreach (SearchHit hit in answer.Hits)
            Hit(console, hit, ++number);
        if (answer.Reports > request.From + answer.Hits.Count && answer.Hits.Count > 0)
            Line(console, $"还有 {answer.Reports - request.From - answer.Hits.Count} 篇，用 --from {request.From + answer.Hits.Count} 接着看。", "grey");
        if (answer.RelatedHits.Count == 0)
            return;
        console.WriteLine();
        Line(console, $"相关（按词语相近，不计入上面的篇数）：{answer.Related} 篇", "bold");
        foreach (SearchHit hit in answer.RelatedHits)
            Line(console, $"  {hit.Title ?? "题名不明"}  {Place(hit)}", null);
    }

    public static void PrintJson(SearchAnswer answer) => Console.Out.WriteLine(SearchAnswerJson.Serialize(answer));

    private static void Facets(IAnsiConsole console, SearchFacets facets)
    {
        Facet(console, "地区", facets.Region.Select(f => (f.Name, f.Count, f.Of)));
        Facet(console, "年度", facets.Year.Select(f => (Year(f.Value), f.Count, f.Of)));
        Facet(console, "章节", facets.Block.Select(f => (f.Value, f.Count, f.Of)));
    }

    private static void Facet(IAnsiConsole console, string name, IEnumerable<(string Name, int Count, int Of)> values)
    {
        string text = string.Join("  ", values.Where(v => v.Of > 0).Select(v => $"{v.Name} {v.Count}/{v.Of}"));
        if (text.Length > 0)
            Line(console, $"{name}：{text}", "grey");
    }

    private static void Hit(IAnsiConsole console, SearchHit hit, int number)
    {
        console.WriteLine();
        console.MarkupLine($"{number}. [bold]{Markup.Escape(hit.Title ?? "题名不明")}[/]{(hit.TitleInferred ? "（题名推定）" : "")}");
        Line(console, $"   {Place(hit)}  {Year(hit.Year)}年度  发布 {Date(hit.Published)}  {hit.Occurrences} 处  {hit.Id}", "grey");
        foreach (Passage passage in hit.Passages)
            console.MarkupLine($"   [blue]{Markup.Escape(passage.Block)}[/]{(passage.Elliptical ? "（省略式）" : "")} {Marked(passage)}");
        if (hit.Explain is { } explain)
            Explanation(console, explain, 2);
    }

    private static string Marked(Passage passage)
    {
        var marked = new StringBuilder();
        int at = 0;
        foreach (int[] range in passage.Ranges)
        {
            if (range[0] < at)
                continue;
            marked.Append(Markup.Escape(passage.Text[at..range[0]]))
                .Append("[black on yellow]").Append(Markup.Escape(passage.Text[range[0]..range[1]])).Append("[/]");
            at = range[1];
        }

        return marked.Append(Markup.Escape(passage.Text[at..])).ToString();
    }

    private static void Explanation(IAnsiConsole console, ScoreExplanation node, int depth)
    {
        Line(console, $"{new string(' ', depth * 2)}{node.Value.ToString("0.0000", CultureInfo.InvariantCulture)} {node.What}", "grey");
        foreach (ScoreExplanation part in node.Parts)
            Explanation(console, part, depth + 1);
    }

    private static void Line(IAnsiConsole console, string text, string? style) =>
        console.MarkupLine(style is null ? Markup.Escape(text) : $"[{style}]{Markup.Escape(text)}[/]");

    private static string Place(SearchHit hit) => hit.Region is { } region ? string.Join(" › ", region.Path) : "地区不明";

    private static string Year(int? year) => year?.ToString(CultureInfo.InvariantCulture) ?? "不明";

    private static string Date(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "不明";
}
