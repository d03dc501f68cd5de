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
        foreach (ReadOnlyMemory<byte> line in LinesOf(file))
        {
            using JsonDocument json = JsonDocument.Parse(line);
            yield return Read(json.RootElement, $"line{++number}");
        }
    }

    /// <summary>The lines as they lie in the file, each valid until the next one: a text is decoded once.</summary>
    private static IEnumerable<ReadOnlyMemory<byte>> LinesOf(string file)
    {
        using FileStream stream = new(file, FileMode.Open, FileAccess.Read, FileShare.Read, 1);
        byte[] buffer = new byte[1 << 20];
        int filled = 0;
        for (int read = -1; read != 0;)
        {
            read = stream.Read(buffer, filled, buffer.Length - filled);
            filled += read;
            int start = 0;
            for (int end; (end = Array.IndexOf(buffer, (byte)'\n', start, filled - start)) >= 0; start = end + 1)
                yield return buffer.AsMemory(start, end - start);
            if (read == 0 && filled > start)
                yield return buffer.AsMemory(start, filled - start);
            buffer.AsSpan(start, filled - start).CopyTo(buffer);
            filled -= start;
            if (filled == buffer.Length)
                Array.Resize(ref buffer, 2 * buffer.Length);
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
