using System.Buffers;
using SearchEngine.Search.Answers;
using SearchEngine.Search.Requests;
using SearchEngine.Search.Service;

namespace SearchEngine.Web.Features.Results;

/// <summary>
/// Finds which condition leaves a page empty: drops each in turn and searches again. The words of a query count as
/// conditions too where dropping one cannot change the meaning of the rest.
/// </summary>
internal sealed class Relaxations(ISearchService search, SearchState state, FacetPresenter facets)
{
    /// <summary>
    /// A query with any of these is a formula; a piece of it cannot be taken out by cutting at spaces.
    /// </summary>
    private static readonly string[] Formula =
        ["与", "或", "非", "AND", "OR", "NOT", "|", "｜", "同句", "同段", "同节"];

    private static readonly SearchValues<char> Brackets = SearchValues.Create("()（）\"“”「」");
    private const int FewestPieces = 2;
    private const int MostPieces = 5;

    /// <summary>What was tried, in the order of the conditions; those without a result too.</summary>
    public IReadOnlyList<Relaxation> Find(CancellationToken cancellation)
    {
        List<Relaxation> found = [];
        foreach ((string label, string? condition, SearchState next) in Candidates().Take(WebLimits.Relaxations))
        {
            SearchAnswer answer = search.Search(next.Request with { Limit = 1 }, cancellation);
            found.Add(new Relaxation(
                label, condition, next.Url, answer.Reports, answer.Occurrences, answer.Of.Reports));
        }

        return found;
    }

    private IEnumerable<(string Label, string? Condition, SearchState Next)> Candidates()
    {
        foreach (FacetDimension dimension in FacetDimension.All)
        {
            IReadOnlyList<string> chosen = dimension.Chosen(state.Request);
            if (chosen.Count == 0)
                continue;
            string values = string.Join("、", chosen.Select(value => facets.LabelOf(dimension, value)));
            string condition = $"{dimension.Label} {values}";
            yield return Without(condition, new SearchState(dimension.Choose(state.Request, [])));
        }

        foreach (Exclusion exclusion in state.Request.Exclude)
        {
            if (FacetDimension.Named(exclusion.Field) is { } dimension)
                yield return Without(
                    $"不含 {facets.LabelOf(dimension, exclusion.Value)}", state.Restore(dimension, exclusion.Value));
        }

        foreach ((string piece, string remaining) in Pieces(state.Request.Query))
            yield return Without(piece, state.AskedFor(remaining));
        if (!state.Request.Wide && state.Request.Query.Length > 0)
            yield return ("改为宽松（再忽略顿号与括号）", null, state.Widened(true));
    }

    private static (string, string?, SearchState) Without(string condition, SearchState next) =>
        ($"去掉“{condition}”", condition, next.FirstPage);

    private static IEnumerable<(string Piece, string Remaining)> Pieces(string query)
    {
        string[] pieces = query.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (pieces.Length is < FewestPieces or > MostPieces || query.AsSpan().IndexOfAny(Brackets) >= 0
            || pieces.Any(piece => Formula.Contains(piece) || piece[0] is '~' or '-' or '－'))
            yield break;
        for (int at = 0; at < pieces.Length; at++)
            yield return (pieces[at], string.Join(' ', pieces.Where((_, other) => other != at)));
    }
}
