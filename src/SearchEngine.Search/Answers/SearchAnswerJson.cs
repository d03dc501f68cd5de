using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using SearchEngine.Reports.Model;

namespace SearchEngine.Search.Answers;

/// <summary>
/// The JSON of an answer, the same on the command line and in the API: camelCase, nulls written, dates yyyy-MM-dd, Chinese
/// legible. The five characters that mean something in HTML are escaped, so the document is harmless inside a page too.
/// </summary>
public static class SearchAnswerJson
{
    public static JsonSerializerOptions Options { get; } = Create();

    /// <summary>One document, without a line feed at the end.</summary>
    public static string Serialize(SearchAnswer answer) => JsonSerializer.Serialize(answer, Options);

    private static JsonSerializerOptions Create()
    {
        JsonSerializerOptions options = new(JsonSerializerDefaults.General)
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.Never,
            Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveRegionEvidenceOut } },
        };
        options.MakeReadOnly();
        return options;
    }

    /// <summary>A hit's region is {path, code, internalCode}; the evidence for it belongs to the report's own document.</summary>
    private static void LeaveRegionEvidenceOut(JsonTypeInfo type)
    {
        if (type.Type != typeof(RegionRef))
            return;
        for (int at = type.Properties.Count - 1; at >= 0; at--)
        {
            if (type.Properties[at].Name.Equals(nameof(RegionRef.Evidence), StringComparison.OrdinalIgnoreCase))
                type.Properties.RemoveAt(at);
        }
    }
}
