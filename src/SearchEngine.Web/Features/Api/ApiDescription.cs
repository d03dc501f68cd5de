using System.Text.Json;
using Microsoft.AspNetCore.Http.Json;
using SearchEngine.Search.Answers;
using SearchEngine.Web.Features.Shared;

namespace SearchEngine.Web.Features.Api;

/// <summary>The OpenAPI document at /openapi/v1.json.</summary>
internal static class ApiDescription
{
    public static IServiceCollection AddApiDescription(this IServiceCollection services)
    {
        // The description speaks of the shapes that the serialiser writes.
        services.Configure<JsonOptions>(json =>
        {
            JsonSerializerOptions ours = SearchAnswerJson.Options;
            json.SerializerOptions.PropertyNamingPolicy = ours.PropertyNamingPolicy;
            json.SerializerOptions.Encoder = ours.Encoder;
            json.SerializerOptions.TypeInfoResolver = ours.TypeInfoResolver;
        });
        return services.AddOpenApi(description => description.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = Wording.SiteName;
            // The address that a reader came by is a header of his; it has no place in a document.
            document.Servers = [];
            return Task.CompletedTask;
        }));
    }

    public static void MapApiDescription(this WebApplication app) => app.MapOpenApi("/openapi/{documentName}.json");
}
