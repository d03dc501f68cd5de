using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using SearchEngine.Reports.Model;

namespace SearchEngine.Reports.Json;

/// <summary>The form in which the catalogue keeps a <see cref="CleanReport"/>: whole, and read back equal.</summary>
internal static class ReportJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter() },
    };

    public static string Write(CleanReport report) => JsonSerializer.Serialize(report, Options);

    /// <exception cref="JsonException">The text is not what <see cref="Write"/> wrote.</exception>
    public static CleanReport Read(string json) =>
        JsonSerializer.Deserialize<CleanReport>(json, Options) ?? throw new JsonException("null");
}
