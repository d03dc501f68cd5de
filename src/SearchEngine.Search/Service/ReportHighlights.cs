using SearchEngine.Index.Analysis;
using SearchEngine.Index.Highlight;
using SearchEngine.Index.Indexing;
using SearchEngine.Index.Query;
using SearchEngine.Index.Search;
using SearchEngine.Reports.Model;
using SearchEngine.Search.Elliptical;
using SearchEngine.Search.Language;
using SearchEngine.Search.Requests;
using SearchEngine.Search.Schema;

namespace SearchEngine.Search.Service;

/// <summary>Marks a query's hits in the whole text of one report, as the reading page shows it.</summary>
internal sealed class ReportHighlights(IAnalyzer analyzer, SearchLimits limits)
{
    private readonly Highlighter highlighter = new(analyzer);

    public ReportHits Of(CleanReport report, ParsedQuery parsed, SearchRequest request)
    {
        BodyLine[] lines = [.. report.Lines];
        IReadOnlyList<BlockRole>? roles = BlockChoice.Of(parsed, request);
        IReadOnlyList<IReadOnlyList<TextRange>> literal = Literal(report, lines, parsed, request);
        EllipticalForm? form = parsed.PlainPhrase is { } phrase ? EllipticalForm.Of(phrase, analyzer) : null;
        EllipticalFinder finder = new(analyzer, limits.EllipticalMembers);
        return new ReportHits(
            roles is null ? literal[0] : [],
            [.. lines.Select((line, i) => roles is null || roles.Contains(line.Role)
                ? new LineHits(literal[i + 1], Shortened(line.Text))
                : new LineHits([], []))]);

        IReadOnlyList<TextRange> Shortened(string text) =>
            form is null ? [] : [.. finder.Find(text, form).Select(match => match.Whole)];
    }

    /// <summary>
    /// The ranges in the title (empty when there is none), then in each line: as the index counts them.
    /// </summary>
    private IReadOnlyList<IReadOnlyList<TextRange>> Literal(
        CleanReport report, BodyLine[] lines, ParsedQuery parsed, SearchRequest request)
    {
        Paragraph[] paragraphs =
        [
            new Paragraph(report.Title ?? "", Zone.Title, (int)BlockRole.Other, 0),
            .. lines.Select(line => new Paragraph(
                line.Text, Zone.Body, (int)line.Role, line.Section + ReportDocuments.FirstBodySection)),
        ];
        if (parsed.Expression is null)
            return [.. paragraphs.Select(_ => Array.Empty<TextRange>())];
        Query query = QueryCompiler.Compile(parsed with { Conditions = [], Exclusions = [] }, request.Wide);
        try
        {
            return highlighter.Find(paragraphs, query, request.Wide);
        }
        catch (QueryTooComplexException)
        {
            // The search has said so in its answer; the report is shown without marks.
            return [.. paragraphs.Select(_ => Array.Empty<TextRange>())];
        }
    }
}
