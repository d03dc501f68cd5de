using SearchEngine.Index.Query;
using SearchEngine.Index.Search;
using SearchEngine.Reports.Model;
using SearchEngine.Search.Facets;
using SearchEngine.Search.Language;
using SearchEngine.Search.Related;
using SearchEngine.Search.Requests;
using SearchEngine.Search.Schema;

namespace SearchEngine.Search.Service;

/// <summary>Puts a person's request into the engine's.</summary>
internal static class IndexRequests
{
    /// <summary>The request for the hits and facets of a query.</summary>
    public static IndexRequest Of(
        ParsedQuery parsed, SearchRequest request, SearchLimits limits, CancellationToken cancellation)
    {
        Query query = request.RelatedMode && parsed.Expression is { } expression
            ? All([RelatedQueries.Shipped.Of(QueryTexts.Joined(expression)), .. QueryCompiler.ConditionClauses(parsed)])
            : QueryCompiler.Compile(parsed, request.Wide);
        IReadOnlyList<BlockRole>? roles = request.RelatedMode ? null : BlockChoice.Of(parsed, request);
        return new IndexRequest
        {
            Query = query,
            Wide = request.Wide,
            Filters = [.. QueryCompiler.Filters(parsed), .. RequestFilters.Of(request)],
            Roles = roles?.Select(role => (int)role).ToHashSet(),
            Facets = FacetAnswers.Fields,
            Sort = SortKeys(request.Sort, searches: parsed.Expression is not null),
            From = Math.Max(0, request.From),
            Limit = Math.Max(0, request.Limit),
            Explain = request.Explain,
            Budget = new SearchBudget(limits.Deadline, limits.Postings, cancellation),
        };
    }

    /// <summary>The request for reports that share a phrase's words and do not hold the phrase.</summary>
    public static IndexRequest RelatedBeside(
        IndexRequest literal, ParsedQuery parsed, string phrase, int limit)
    {
        Query held = QueryCompiler.Compile(parsed with { Conditions = [], Exclusions = [] }, literal.Wide);
        return literal with
        {
            Query = All([new RelatedQuery(phrase), new NotQuery(held), .. QueryCompiler.ConditionClauses(parsed)]),
            Roles = null,
            Facets = [],
            Sort = [],
            From = 0,
            Limit = limit,
        };
    }

    private static Query All(IReadOnlyList<Query> clauses) => clauses.Count == 1 ? clauses[0] : new AndQuery(clauses);

    private static IReadOnlyList<SortKey> SortKeys(SortOrder order, bool searches) => order switch
    {
        SortOrder.Year => [Newest(ReportSchema.Year), Best],
        SortOrder.Published => [Newest(ReportSchema.Published), Best],
        SortOrder.Occurrences => [new SortKey(SortBy.Occurrences, Descending: true), Best],
        SortOrder.Region => [new SortKey(SortBy.Field, ReportSchema.Place), Newest(ReportSchema.Year), Best],
        // Nothing was searched for, so that nothing is relevant: the newest reports first.
        _ when !searches => [Newest(ReportSchema.Year), new SortKey(SortBy.Field, ReportSchema.Place)],
        _ => [],
    };

    private static SortKey Best => new(SortBy.Score, Descending: true);

    private static SortKey Newest(string field) => new(SortBy.Field, field, Descending: true);
}
