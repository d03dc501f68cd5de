using System.Text.Json;
using SearchEngine.Reports.Catalogue;
using SearchEngine.Reports.Model;
using SearchEngine.TestKit;

namespace SearchEngine.Search.Tests;

/// <summary>
/// The five sample reports, cut out of their pages by what the expectations say of beginning, end and headings. It
/// stands in for the cleaning stage, which this project does not know.
/// </summary>
internal static class SeedReports
{
    public static IReadOnlyList<StoredReport> Read()
    {
        using JsonDocument expected = JsonDocument.Parse(File.ReadAllText(Path.Combine(RepoPaths.Shared!, "data", "seeds.expected.json")));
        return [.. expected.RootElement.EnumerateObject().Select(seed => Read(seed.Name, seed.Value))];
    }

    private static StoredReport Read(string name, JsonElement expected)
    {
        string[] path = [.. expected.GetProperty("region_path").EnumerateArray().Select(step => step[0].GetString()!)];
        string? code = expected.GetProperty("region_path").EnumerateArray().Last()[1].GetString();
        string? closing = expected.GetProperty("closing").GetString();
        CleanReport report = new()
        {
            Kind = PageKind.Report,
            Charset = "utf-8",
            Title = expected.GetProperty("title").GetString(),
            Region = new RegionRef(path, code, code is null ? "370800-F01" : null),
            Year = expected.GetProperty("report_year").GetInt32(),
            Published = expected.GetProperty("publish_date").GetString() is { } day ? DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture) : null,
            Blocks = Blocks(Body(expected), expected),
            ClosingPhrase = closing == "特此报告。" ? closing : null,
        };
        return new StoredReport($"seed{name}", null, null, report, [], []);
    }

    private static List<string> Body(JsonElement expected)
    {
        string file = Path.Combine(RepoPaths.Shared!, "seeds", expected.GetProperty("file").GetString()!);
        string[] lines = [.. File.ReadAllLines(file).Select(line => line.Trim())];
        string first = expected.GetProperty("first").GetString()![..20];
        string last = expected.GetProperty("last").GetString()![^15..];
        int from = Array.FindIndex(lines, line => line.StartsWith(first, StringComparison.Ordinal));
        int to = Array.FindLastIndex(lines, line => line.Contains(last, StringComparison.Ordinal));
        List<string> body = [];
        foreach (string line in lines[from..(to + 1)].Where(line => line.Length > 0))
        {
            // One of the pages breaks its lines by width: a line that does not end a sentence goes on.
            bool goesOn = body.Count > 0 && !"。！？；：!?;:".Contains(body[^1][^1], StringComparison.Ordinal)
                && HeadingOf(body[^1], expected) is null && HeadingOf(line, expected) is null
                && !"一二三四五六七八九十（(0123456789".Contains(line[0], StringComparison.Ordinal);
            if (goesOn)
                body[^1] += line;
            else
                body.Add(line);
        }

        return body;
    }

    private static List<Block> Blocks(List<string> body, JsonElement expected)
    {
        List<Block> blocks = [];
        List<string> paragraphs = [];
        blocks.Add(new Block(BlockRole.Other, null, 0, false, paragraphs));
        foreach (string line in body)
        {
            if (HeadingOf(line, expected) is { } heading)
            {
                paragraphs = [];
                blocks.Add(new Block(heading.Role, heading.Text, 1, line == heading.Text, paragraphs));
                if (line == heading.Text)
                    continue;
            }

            paragraphs.Add(line);
        }

        return blocks;
    }

    private static (string Text, BlockRole Role)? HeadingOf(string line, JsonElement expected)
    {
        int at = 0;
        foreach (JsonElement heading in expected.GetProperty("h1").EnumerateArray())
        {
            if (line.StartsWith(heading.GetString()!, StringComparison.Ordinal))
                return (heading.GetString()!, Labels.RoleOf(expected.GetProperty("roles")[at].GetString()!) ?? BlockRole.Other);
            at++;
        }

        return null;
    }
}
