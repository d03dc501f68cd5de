using SearchEngine.Index.Analysis;
using SearchEngine.Index.Highlight;
using SearchEngine.Index.Indexing;
using SearchEngine.Index.Query;
using SearchEngine.Index.Search;
using SearchEngine.Reports.Model;
using SearchEngine.Search.Elliptical;
using SearchEngine.Search.Language;
using SearchEngine.Search.Requests;

namespace SearchEngine.Search.Service;

/// <summary>Marks a query's hits in the whole text of one report, as the reading page shows it.</summary>
internal sealed class ReportHighlights(IAnalyzer analyzer, SearchLimits limits)
{
    private readonly Highlighter highlighter = new(analyzer);

    public ReportHits Of(CleanReport report, ParsedQuery parsed, SearchRequest request)
    {
        IReadOnlyList<BlockRole>? roles = BlockChoice.Of(parsed, request);
        Query query = QueryCompiler.Compile(parsed with { Conditions = [], Exclusions = [] }, request.Wide);
        EllipticalForm? form = parsed.PlainPhrase is { } phrase ? EllipticalForm.Of(phrase, analyzer) : null;
        EllipticalFinder finder = new(analyzer, limits.EllipticalMembers);
        bool searches = parsed.Expression is not null;
        return new ReportHits(
            roles is null && searches && report.Title is { } title ? Find(title, Zone.Title) : [],
            [.. report.Lines.Select(Line)]);

        LineHits Line(BodyLine line) => searches && (roles is null || roles.Contains(line.Role))
            ? new LineHits(Find(line.Text, Zone.Body), Shortened(line.Text))
            : new LineHits([], []);

        IReadOnlyList<TextRange> Find(string text, Zone zone) => highlighter.Find(text, query, request.Wide, zone);

        IReadOnlyList<TextRange> Shortened(string text) =>
            form is null ? [] : [.. finder.Find(text, form).Select(match => match.Whole)];
    }
}
