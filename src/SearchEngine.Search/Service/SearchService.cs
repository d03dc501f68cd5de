using SearchEngine.Analysis;
using SearchEngine.Index.Pruning;
using SearchEngine.Index.Query;
using SearchEngine.Index.Search;
using SearchEngine.Index.Store;
using SearchEngine.Reports.Model;
using SearchEngine.Search.Answers;
using SearchEngine.Search.Batch;
using SearchEngine.Search.Elliptical;
using SearchEngine.Search.Facets;
using SearchEngine.Search.Language;
using SearchEngine.Search.Related;
using SearchEngine.Search.Requests;

namespace SearchEngine.Search.Service;

/// <summary>
/// Answers searches over one index. Safe for all threads. It opens the index at the first search and follows its
/// commits.
/// </summary>
public sealed class SearchService : ISearchService, IDisposable
{
    private readonly ChineseAnalyzer analyzer = new();
    private readonly SnapshotSource source;
    private readonly SearchLimits limits;
    private readonly TimeProvider time;
    private readonly HitMaker hits;

    /// <summary>A service over the index in a folder, which may come into being later.</summary>
    public SearchService(string folder, SearchLimits limits, TimeProvider? time = null)
        : this(() => OpenFolder(folder), limits, time)
    {
    }

    /// <summary>A service over an index that is not in a folder of its own.</summary>
    public SearchService(IDirectory directory, SearchLimits limits, TimeProvider? time = null)
        : this(() => directory, limits, time)
    {
    }

    private SearchService(Func<IDirectory> open, SearchLimits limits, TimeProvider? time)
    {
        this.limits = limits;
        this.time = time ?? TimeProvider.System;
        source = new SnapshotSource(open, analyzer, limits.ReopenInterval, this.time);
        hits = new HitMaker(analyzer, limits);
    }

    /// <inheritdoc/>
    /// <exception cref="IndexMissingException">There is no index yet.</exception>
    /// <exception cref="OperationCanceledException">The caller stopped the search.</exception>
    public SearchAnswer Search(SearchRequest request, CancellationToken cancellation)
    {
        long start = time.GetTimestamp();
        using SnapshotSource.Lease lease = source.Acquire();
        ParsedQuery parsed = QueryParser.Parse(request.Query, lease.Snapshot.Vocabulary, limits);
        SearchAnswer answer;
        try
        {
            answer = Answer(lease.Snapshot.Searcher, parsed, request, cancellation);
        }
        catch (QueryTooComplexException e)
        {
            // The parser's limits are tighter than the engine's; a wildcard's expansion is known to the engine alone.
            parsed = TooComplex(parsed, e);
            answer = Answer(lease.Snapshot.Searcher, parsed, request, cancellation);
        }

        return answer with
        {
            Query = request.Query,
            Understood = QueryDescription.Of(parsed, request, lease.Snapshot.Vocabulary),
            Error = parsed.Errors.Count > 0 ? parsed.Errors[0] : null,
            Unreadable = parsed.IsUnreadable,
            TookMs = time.GetElapsedTime(start).TotalMilliseconds,
        };
    }

    /// <inheritdoc/>
    public ReportHits HitsIn(CleanReport report, SearchRequest request)
    {
        ParsedQuery parsed = QueryParser.Parse(request.Query, QueryVocabulary.Shipped, limits);
        return new ReportHighlights(analyzer, limits).Of(report, parsed, request);
    }

    /// <summary>The reports that match a text by its words, best first; the text is not read as a query.</summary>
    /// <param name="text">A question or any other text.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellation">Stops the search.</param>
    public IReadOnlyList<RankedReport> Rank(string text, int limit, CancellationToken cancellation)
    {
        using SnapshotSource.Lease lease = source.Acquire();
        TopHits top = lease.Snapshot.Top.Search(new IndexRequest
        {
            // A ranking wants every candidate: one shared pair is enough to be on the list.
            Query = RelatedQueries.Shipped.Of(PhraseUnits.Truncate(text, limits.QueryLength), share: 0),
            Limit = limit,
            Budget = new SearchBudget(null, null, cancellation),
        });
        return [.. top.Hits.Select(hit => new RankedReport(hit.Id, hit.Score))];
    }

    /// <summary>Every report that a search finds, in its order, from one snapshot of the index.</summary>
    /// <param name="request">Its From and Limit are not looked at: all are listed.</param>
    /// <param name="cancellation">Stops between two pages.</param>
    /// <returns>The reports, read a page at a time, so that memory does not grow with their texts.</returns>
    /// <exception cref="IndexMissingException">There is no index yet.</exception>
    public IEnumerable<MatchedReport> Matches(SearchRequest request, CancellationToken cancellation)
    {
        using SnapshotSource.Lease lease = source.Acquire();
        ParsedQuery parsed = QueryParser.Parse(request.Query, lease.Snapshot.Vocabulary, limits);
        SearchRequest page = request with { From = 0, Limit = limits.ExportPage, Explain = false };
        IndexRequest next = IndexRequests.Of(parsed, page, limits, cancellation) with { Facets = [] };
        IReadOnlyList<IndexHit> found;
        do
        {
            found = lease.Snapshot.Searcher.Search(next).Hits;
            foreach (IndexHit hit in found)
                yield return new MatchedReport(hit.Id, hit.Occurrences, hit.Score);
            if (found.Count > 0)
                next = next with { After = found[^1] };
        }
        while (found.Count == limits.ExportPage);
    }

    public void Dispose() => source.Dispose();

    private SearchAnswer Answer(
        Searcher searcher, ParsedQuery parsed, SearchRequest request, CancellationToken cancellation)
    {
        IndexRequest literal = IndexRequests.Of(parsed, request, limits, cancellation);
        IndexResult result = searcher.Search(literal);
        SearchAnswer answer = new()
        {
            Query = request.Query,
            Understood = "",
            Reports = result.Documents,
            Occurrences = result.Occurrences,
            Of = FacetAnswers.Denominator(result),
            Facets = FacetAnswers.Of(result),
            Partial = result.Partial,
        };
        if (request.RelatedMode && parsed.Expression is { } expression)
        {
            string text = QueryTexts.Joined(expression);
            return answer with
            {
                Related = result.Documents,
                Hits = [.. result.Hits.Select(hit => hits.Related(searcher, hit, literal, text))],
            };
        }

        if (parsed.PlainPhrase is not { } phrase || parsed.IsUnreadable)
            return answer with { Hits = [.. result.Hits.Select(hit => hits.Literal(searcher, hit, literal, []))] };
        EllipticalCounts shortened = new EllipticalSearch(searcher, analyzer, limits)
            .Count(phrase, literal, QueryCompiler.ConditionClauses(parsed));
        IndexRequest beside = IndexRequests.RelatedBeside(literal, parsed, phrase, limits.RelatedHits);
        IndexResult related = searcher.Search(beside);
        return answer with
        {
            Elliptical = shortened.Total,
            Related = related.Documents,
            Partial = result.Partial || shortened.Partial,
            Hits = [.. result.Hits.Select(hit => hits.Literal(searcher, hit, literal, shortened.In(hit.Id)))],
            RelatedHits = [.. related.Hits.Select(hit => hits.Related(searcher, hit, beside, phrase))],
        };
    }

    // Opening a folder would make it; a reader makes nothing.
    private static FileSystemDirectory OpenFolder(string folder) =>
        Directory.Exists(folder) ? new FileSystemDirectory(folder) : throw new IndexMissingException();

    private static ParsedQuery TooComplex(ParsedQuery parsed, QueryTooComplexException e) => parsed with
    {
        Expression = null,
        Errors =
        [
            new QueryError(1, $"第 1 个字符起的检索式太复杂：展开后超过 {e.Allowed} 项；应减少通配词或检索词，已只用其中的字段条件。"),
            .. parsed.Errors,
        ],
    };
}
