using System.Text.Json;
using SearchEngine.Search.Answers;
using SearchEngine.Web.Features.Results;

namespace SearchEngine.Web.Tests;

public sealed class ApiTests
{
    [Fact]
    public async Task The_document_is_the_one_of_the_contract()
    {
        await using RunningSite site = await RunningSite.Start();

        (_, string json) = await site.Get($"/api/search?q={Pages.Query}");

        using JsonDocument document = JsonDocument.Parse(json);
        JsonElement root = document.RootElement;
        Assert.Equal(
            ["query", "understood", "error", "reports", "occurrences", "elliptical", "related", "of", "tookMs", "partial", "facets", "hits", "relatedHits"],
            Names(root));
        Assert.Equal(
            ["region", "year", "published", "topic", "block", "issuerKind", "site"], Names(root.GetProperty("facets")));
        JsonElement hit = root.GetProperty("hits")[0];
        Assert.Equal(["path", "code", "internalCode"], Names(hit.GetProperty("region")));
        Assert.Equal("2025-02-28", hit.GetProperty("published").GetString());
        Assert.Equal(JsonValueKind.Null, hit.GetProperty("explain").ValueKind);
        Assert.Equal("[12,16]", hit.GetProperty("passages")[0].GetProperty("ranges")[0].GetRawText());
        Assert.Equal(
            ["block", "heading", "paragraph", "text", "ranges", "elliptical"], Names(hit.GetProperty("passages")[0]));
        Assert.Equal(["code", "internalCode", "name", "count", "of", "children"], Names(root.GetProperty("facets").GetProperty("region")[0]));
        Assert.Contains("府院联动", json, StringComparison.Ordinal);
        Assert.Equal(SearchAnswerJson.Serialize(HandMadeAnswers.ThreeReports), json);
    }

    [Fact]
    public async Task A_report_is_sent_as_its_writer_wrote_it()
    {
        await using RunningSite site = await RunningSite.Start();

        Assert.Equal((200, "{\"id\":\"a1\"}"), await site.Get("/api/reports/a1"));
    }

    [Fact]
    public async Task Programs_are_told_what_is_wrong_in_a_problem_document()
    {
        await using RunningSite site = await RunningSite.Start();

        using HttpResponseMessage response = await site.Response("/api/search?sort=best");

        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        using JsonDocument problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        Assert.Equal(400, problem.RootElement.GetProperty("status").GetInt32());
        Assert.Contains("sort", problem.RootElement.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_description_names_every_route_and_every_parameter()
    {
        await using RunningSite site = await RunningSite.Start();

        (_, string json) = await site.Get("/openapi/v1.json");

        using JsonDocument document = JsonDocument.Parse(json);
        JsonElement paths = document.RootElement.GetProperty("paths");
        Assert.Equal(["/api/search", "/api/reports/{id}"], Names(paths));
        IEnumerable<string?> parameters = paths.GetProperty("/api/search").GetProperty("get").GetProperty("parameters")
            .EnumerateArray().Select(parameter => parameter.GetProperty("name").GetString());
        Assert.Equal(SearchParameters.Described.Select(entry => entry.Name), parameters);
        Assert.Contains("relatedHits", json, StringComparison.Ordinal);
        Assert.DoesNotContain("127.0.0.1", json, StringComparison.Ordinal);
    }

    private static List<string> Names(JsonElement element) =>
        [.. element.EnumerateObject().Select(property => property.Name)];
}
