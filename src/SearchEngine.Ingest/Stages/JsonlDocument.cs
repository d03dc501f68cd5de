using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using SearchEngine.Evidence.Topics;
using SearchEngine.Reports.Catalogue;
using SearchEngine.Reports.Model;
using SearchEngine.Reports.Regions;

namespace SearchEngine.Ingest.Stages;

/// <summary>
/// A line of a jsonl file: <c>{id, title, text, url?, region?, year?, topics?, published?}</c>. Its text is taken as it is.
/// </summary>
internal sealed record JsonlDocument
{
    /// <summary>Media type under which the archive keeps such a line.</summary>
    public const string ContentType = "application/json;profile=searchengine-document";

    private const int MaxIdLength = 512;

    [JsonConverter(typeof(TextOrNumber))]
    public string? Id { get; init; }

    public string? Title { get; init; }

    public string? Text { get; init; }

    public string? Url { get; init; }

    public string? Region { get; init; }

    public int? Year { get; init; }

    public IReadOnlyList<string>? Topics { get; init; }

    public string? Published { get; init; }

    public static bool IsDocument(Capture capture) => capture.ContentType == ContentType;

    /// <summary>Reads a line.</summary>
    /// <exception cref="FormatException">The line is no such document; the message says why, in Chinese.</exception>
    public static JsonlDocument Read(ReadOnlySpan<byte> line)
    {
        try
        {
            JsonlDocument document = JsonSerializer.Deserialize<JsonlDocument>(line, JsonSerializerOptions.Web)
                ?? throw new FormatException("这一行是 null");
            if (document.Id is null or { Length: 0 or > MaxIdLength })
                throw new FormatException($"id 应有 1 到 {MaxIdLength} 个字符");
            return document.Text is null ? throw new FormatException("缺少 text") : document;
        }
        catch (JsonException error)
        {
            throw new FormatException(
                $"不是合格的 JSON（第 {(error.BytePositionInLine ?? 0) + 1} 个字节）", error);
        }
    }

    public CleanedPage ToPage(CapturedPage capture, TopicTagger tagger)
    {
        CleanReport report = ToReport();
        return new CleanedPage(
            Id!, Url, capture.FileName, capture, report, Topics ?? tagger.Tag(report).All, TextDigest: null);
    }

    private CleanReport ToReport() => new()
    {
        Kind = PageKind.Report,
        Title = Title,
        Region = FindRegion(),
        Year = Year,
        Published = DateOnly.TryParseExact(
            Published, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date) ? date : null,
        Charset = "utf-8",
        Blocks = [new Block(BlockRole.Other, null, 0, false, [.. Text!.Split('\n').Where(line => !string.IsNullOrWhiteSpace(line))])],
    };

    private RegionRef? FindRegion()
    {
        if (string.IsNullOrWhiteSpace(Region))
            return null;
        RegionTable table = RegionTable.Default;
        if (table.Find(Region) is { } division)
            return new RegionRef(table.PathOf(division.Code), division.Code, Evidence: "jsonl");
        string[] path = Region.Split('/', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        string? code = table.ByName(path[^1])
            .Where(candidate => table.PathOf(candidate.Code).SequenceEqual(path)).Select(candidate => candidate.Code).FirstOrDefault();
        return new RegionRef(path, code, Evidence: "jsonl");
    }

    private sealed class TextOrNumber : JsonConverter<string>
    {
        public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.Number
                ? reader.GetInt64().ToString(CultureInfo.InvariantCulture)
                : reader.GetString();

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
    }
}
