using SearchEngine.Index.Query;
using SearchEngine.Index.Search;

namespace SearchEngine.Index.Tests.Search;

/// <summary>Requests in words, for messages.</summary>
internal static class QueryText
{
    public static string Of(IndexRequest request) =>
        $"{Of(request.Query)} wide {request.Wide} roles {string.Join(',', request.Roles ?? new HashSet<int>())} "
        + $"filters {string.Join(' ', request.Filters)} sort {string.Join(' ', request.Sort)}";

    public static string Of(Index.Query.Query query) => query switch
    {
        AndQuery and => $"({string.Join(" and ", and.Clauses.Select(Of))})",
        OrQuery or => $"({string.Join(" or ", or.Clauses.Select(Of))})",
        NotQuery not => $"not {Of(not.Clause)}",
        NearQuery near => $"[{Of(near.Left)} near {near.Scope} {near.Distance} {near.Ordered} {Of(near.Right)}]",
        _ => query.ToString()!,
    };
}
