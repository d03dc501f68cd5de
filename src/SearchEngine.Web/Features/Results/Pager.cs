namespace SearchEngine.Web.Features.Results;

/// <summary>The pages of a list.</summary>
/// <param name="First">Number of the first report shown, from 1.</param>
/// <param name="Last">Number of the last one.</param>
/// <param name="Total">Reports in the list.</param>
/// <param name="Pages">Page numbers near the current one, each with its address; null for the current page.</param>
/// <param name="PreviousUrl">Null on the first page.</param>
/// <param name="NextUrl">Null on the last page, and where the web's own limit is reached.</param>
/// <param name="IsCut">True when the list goes on beyond the pages that the web offers.</param>
public sealed record Pager(
    int First,
    int Last,
    int Total,
    IReadOnlyList<(int Number, string? Url)> Pages,
    string? PreviousUrl,
    string? NextUrl,
    bool IsCut)
{
    /// <summary>Page numbers on either side of the current one.</summary>
    private const int Around = 3;

    /// <summary>Null when the list fits on one page and that page is shown.</summary>
    internal static Pager? Of(SearchState state, int total, int shown)
    {
        int limit = state.Request.Limit;
        int from = state.Request.From;
        if (total <= limit && from == 0)
            return null;

        int current = from / limit + 1;
        int reachable = Math.Min((total + limit - 1) / limit, WebLimits.Offset / limit + 1);
        List<(int, string?)> pages = [];
        for (int page = Math.Max(1, current - Around); page <= Math.Min(reachable, current + Around); page++)
            pages.Add((page, page == current ? null : state.AtPage(page).Url));
        return new Pager(
            shown == 0 ? 0 : from + 1,
            from + shown,
            total,
            pages,
            current > 1 ? state.AtPage(Math.Clamp(current - 1, 1, Math.Max(reachable, 1))).Url : null,
            current < reachable ? state.AtPage(current + 1).Url : null,
            (long)reachable * limit < total);
    }
}
