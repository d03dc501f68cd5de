using SearchEngine.Index.Search;
using SearchEngine.Reports.Model;
using SearchEngine.Search.Answers;
using SearchEngine.Search.Requests;

namespace SearchEngine.Search.Service;

/// <summary>Answers searches. Web pages, the JSON API and the command line ask here and nowhere else.</summary>
public interface ISearchService
{
    /// <summary>Never throws for what a person typed: mistakes are in <see cref="SearchAnswer.Error"/>.</summary>
    SearchAnswer Search(SearchRequest request, CancellationToken cancellation);

    /// <summary>
    /// The hits of a query in one report's text: for every line of <see cref="CleanReport.Lines"/> its ranges, literal and
    /// elliptical apart, and the same for the title.
    /// </summary>
    ReportHits HitsIn(CleanReport report, SearchRequest request);
}

/// <summary>Where a query's hits stand in a report.</summary>
/// <param name="Title">Ranges in the title.</param>
/// <param name="Lines">One entry for each line of the body, in order.</param>
public sealed record ReportHits(IReadOnlyList<TextRange> Title, IReadOnlyList<LineHits> Lines);

/// <summary>Hits in one line: half-open UTF-16 ranges, ascending, one for each occurrence.</summary>
public sealed record LineHits(IReadOnlyList<TextRange> Literal, IReadOnlyList<TextRange> Elliptical);
