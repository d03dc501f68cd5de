using System.Text.Json;

namespace SearchEngine.Benchmarks;

/// <summary>A line of a corpus: a flat JSON object with id, title, region, year, topics and text; all but the text may
/// be absent.</summary>
internal sealed record CorpusRecord(string Id, string Title, string Region, long? Year, string[] Topics, string Text)
{
    public string Province => Region.Split('/')[0];

    public static IEnumerable<CorpusRecord> ReadAll(string file)
    {
        int number = 0;
        foreach (string line in File.ReadLines(file))
        {
            using JsonDocument json = JsonDocument.Parse(line);
            yield return Read(json.RootElement, $"line{++number}");
        }
    }

    private static CorpusRecord Read(JsonElement json, string id)
    {
        return new CorpusRecord(
            TextOf("id") ?? id,
            TextOf("title") ?? "",
            TextOf("region") ?? "",
            json.TryGetProperty("year", out JsonElement year) && year.TryGetInt64(out long number) ? number : null,
            json.TryGetProperty("topics", out JsonElement topics)
                ? [.. topics.EnumerateArray().Select(topic => topic.GetString()!).Distinct(StringComparer.Ordinal)]
                : [],
            TextOf("text") ?? "");

        string? TextOf(string name) => json.TryGetProperty(name, out JsonElement value) ? value.GetString() : null;
    }
}
