using Microsoft.OpenApi;
using SearchEngine.Search.Answers;
using SearchEngine.Search.Service;
using SearchEngine.Web.Features.Results;
using SearchEngine.Web.Hosting;

namespace SearchEngine.Web.Features.Api;

/// <summary>
/// GET /api/search: the document of <c>searchengine search --json</c>, under the names of the page's address.
/// </summary>
internal static class SearchEndpoint
{
    public static void MapSearchApi(this WebApplication app) =>
        app.MapMethods("/api/search", ["GET", "HEAD"], Send)
            .RequireRateLimiting(RateLimits.Search)
            .WithName("search")
            .WithSummary("检索：篇数、处数、分面与命中段落")
            .Produces<SearchAnswer>(contentType: "application/json")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .AddOpenApiOperationTransformer((operation, _, _) =>
            {
                operation.Parameters = [.. SearchParameters.Described.Select(Parameter)];
                return Task.CompletedTask;
            });

    private static IOpenApiParameter Parameter((string Name, string Description) entry) => new OpenApiParameter
    {
        Name = entry.Name,
        In = ParameterLocation.Query,
        Description = entry.Description,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
    };

    private static IResult Send(HttpContext context, ISearchService search)
    {
        SearchStateReading reading = SearchStateReader.Read(context.Request.Query);
        if (reading.State is not { } state)
        {
            Failure.Set(context, StatusCodes.Status400BadRequest, reading.Fault!);
            return TypedResults.Empty;
        }

        SearchAnswer answer = search.Search(state.Request, context.RequestAborted);
        return TypedResults.Text(SearchAnswerJson.Serialize(answer), "application/json; charset=utf-8");
    }
}
