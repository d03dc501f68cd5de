using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using SearchEngine.Reports.Model;

namespace SearchEngine.Ingest.Export.Results;

/// <summary>
/// Reports as JSON, one a line, in the form that import takes: another store that imports the file holds the same ids,
/// titles and texts. What import does not read (issuer, digest) stands in it for other programs.
/// </summary>
internal static class JsonlReports
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    /// <summary>The report's line, without its end.</summary>
    public static string Line(ExportedReport exported)
    {
        CleanReport report = exported.Stored.Report;
        return JsonSerializer.Serialize(
            new
            {
                exported.Stored.Id,
                report.Title,
                report.Text,
                exported.Stored.Url,
                region = report.Region is { } region ? region.Code ?? string.Join('/', region.Path) : null,
                report.Year,
                exported.Stored.Topics,
                report.Published,
                report.Issuer,
                issuerKind = report.IssuerKind is { } kind ? Labels.Of(kind) : null,
                report.DocumentNumber,
                report.IndexNumber,
                exported.Occurrences,
                sha256 = exported.Stored.Captures.LastOrDefault(capture => capture.Status is 0 or 200)?.Digest,
            },
            Options);
    }
}
