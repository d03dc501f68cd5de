using SearchEngine.Web.Hosting;

namespace SearchEngine.Web.Features.Results;

/// <summary>/s?q=… is easier to type and leads to /search?q=….</summary>
internal static class ShortAddresses
{
    public static void MapShortAddresses(this WebApplication app) =>
        app.MapMethods("/s", ["GET", "HEAD"], Lead).ExcludeFromDescription();

    private static IResult Lead(HttpContext context)
    {
        SearchStateReading reading = SearchStateReader.Read(context.Request.Query);
        if (reading.State is { } state)
            return TypedResults.LocalRedirect(state.Url);
        Failure.Set(context, StatusCodes.Status400BadRequest, reading.Fault!);
        return TypedResults.Empty;
    }
}
