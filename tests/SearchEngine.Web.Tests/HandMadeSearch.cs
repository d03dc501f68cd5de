using SearchEngine.Index.Search;
using SearchEngine.Reports.Model;
using SearchEngine.Search.Answers;
using SearchEngine.Search.Requests;
using SearchEngine.Search.Service;

namespace SearchEngine.Web.Tests;

/// <summary>Answers every search with the same hand-made answer, or with what a test says.</summary>
internal sealed class HandMadeSearch(Func<SearchRequest, SearchAnswer>? answer = null) : ISearchService
{
    /// <summary>The requests that came, in order.</summary>
    public List<SearchRequest> Asked { get; } = [];

    public SearchAnswer Search(SearchRequest request, CancellationToken cancellation)
    {
        lock (Asked)
            Asked.Add(request);
        return (answer ?? (asked => HandMadeAnswers.ThreeReports with { Query = asked.Query }))(request);
    }

    public ReportHits HitsIn(CleanReport report, SearchRequest request)
    {
        IReadOnlyList<TextRange> Find(string? text)
        {
            List<TextRange> found = [];
            int at = request.Query.Length == 0 ? -1 : text?.IndexOf(request.Query, StringComparison.Ordinal) ?? -1;
            while (at >= 0)
            {
                found.Add(new TextRange(at, at + request.Query.Length));
                at = text!.IndexOf(request.Query, at + 1, StringComparison.Ordinal);
            }

            return found;
        }

        return new ReportHits(
            Find(report.Title), [.. report.Lines.Select(line => new LineHits(Find(line.Text), Shortened(line.Text)))]);
    }

    private static IReadOnlyList<TextRange> Shortened(string text)
    {
        int at = text.IndexOf("府院、府检联动", StringComparison.Ordinal);
        return at < 0 ? [] : [new TextRange(at, at + 7)];
    }
}
