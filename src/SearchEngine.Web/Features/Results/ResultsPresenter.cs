using SearchEngine.Search.Answers;
using SearchEngine.Search.Service;

namespace SearchEngine.Web.Features.Results;

/// <summary>Asks the search what a page of results needs, and lays the answers out.</summary>
internal sealed class ResultsPresenter(ISearchService search, WebHostOptions options)
{
    public ResultsView Present(SearchState state, CancellationToken cancellation)
    {
        SearchAnswer answer = search.Search(state.Request, cancellation);
        FacetPresenter facets = new(state, answer.Facets, options.TopicName);
        int total = state.Request.RelatedMode ? answer.Related : answer.Reports;
        int shown = state.Request.RelatedMode ? answer.RelatedHits.Count : answer.Hits.Count;
        return new ResultsView
        {
            Answer = answer,
            Facets = facets.Views(),
            Chips = ChoiceChips.Of(state, facets),
            Hits = [.. answer.Hits.Select(hit => HitPresenter.Of(hit, state, isRelated: false))],
            RelatedHits = [.. answer.RelatedHits.Select(hit => HitPresenter.Of(hit, state, isRelated: true))],
            Pager = Pager.Of(state, total, shown),
            Relaxations = answer.Reports == 0 && !answer.Partial
                ? new Relaxations(search, state, facets).Find(cancellation)
                : [],
            Unfiltered = state.HasFilters && IsCheap(answer)
                ? (state.WithoutFilters.Url, CountOnly(state.WithoutFilters, cancellation))
                : null,
            Switched = state.Request.Query.Length > 0 && IsCheap(answer)
                ? CountOnly(state.Widened(!state.Request.Wide), cancellation)
                : null,
            Fault = answer.Error is { } error ? QueryFault.Of(state.Request.Query, error) : null,
        };
    }

    private SearchAnswer CountOnly(SearchState state, CancellationToken cancellation) =>
        search.Search(state.Request with { Limit = 1, Explain = false }, cancellation);

    private static bool IsCheap(SearchAnswer answer) => !answer.Partial && answer.TookMs <= WebLimits.CheapSearchMs;
}
