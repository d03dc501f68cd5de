using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using SearchEngine.Reports.Model;

namespace SearchEngine.Reports.Json;

/// <summary>Writes a cleaned page as the document that <c>clean --json</c> prints.</summary>
public static class CleanReportJson
{
    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Indented = true,
    };

    /// <summary>The document as UTF-8 text.</summary>
    /// <param name="report">What cleaning made of the page.</param>
    /// <param name="topics">Ids of the report's topics, ascending.</param>
    public static string Serialize(CleanReport report, IReadOnlyList<string> topics)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter writer = new(buffer, Options))
            Write(writer, report, topics);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Writes the document as one JSON object.</summary>
    public static void Write(Utf8JsonWriter writer, CleanReport report, IReadOnlyList<string> topics)
    {
        writer.WriteStartObject();
        writer.WriteString("kind", Labels.Of(report.Kind));
        writer.WriteString("title", report.Title);
        writer.WriteBoolean("titleInferred", report.TitleInferred);
        WriteRegion(writer, report.Region);
        if (report.Year is { } year)
            writer.WriteNumber("year", year);
        else
            writer.WriteNull("year");
        writer.WriteString("published", Text(report.Published));
        writer.WriteString("written", Text(report.Written));
        writer.WriteString("issuer", report.Issuer);
        writer.WriteBoolean("issuerInferred", report.IssuerInferred);
        writer.WriteString("issuerKind", report.IssuerKind is { } kind ? Labels.Of(kind) : null);
        writer.WriteString("publisher", report.Publisher);
        writer.WriteString("source", report.Source);
        writer.WriteString("indexNumber", report.IndexNumber);
        writer.WriteString("documentNumber", report.DocumentNumber);
        WriteStrings(writer, "citedDocumentNumbers", report.CitedDocumentNumbers);
        WriteStrings(writer, "topics", topics);
        writer.WriteString("charset", report.Charset);
        WriteStrings(writer, "nextPages", report.NextPages);
        WriteStrings(writer, "attachments", report.Attachments);
        WriteBlocks(writer, report.Blocks);
        writer.WriteString("closing", Closing(report));
        writer.WriteString("text", report.Text);
        WriteFields(writer, report.Fields);
        WriteRepairs(writer, report.Repairs);
        writer.WriteEndObject();
    }

    private static string? Text(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? Closing(CleanReport report) =>
        report.ClosingPhrase is null || report.Signature is null
            ? report.ClosingPhrase ?? report.Signature
            : report.ClosingPhrase + "\n" + report.Signature;

    private static void WriteRegion(Utf8JsonWriter writer, RegionRef? region)
    {
        if (region is null)
        {
            writer.WriteNull("region");
            return;
        }

        writer.WriteStartObject("region");
        WriteStrings(writer, "path", region.Path);
        writer.WriteString("code", region.Code);
        writer.WriteString("internalCode", region.InternalCode);
        writer.WriteString("evidence", region.Evidence);
        writer.WriteEndObject();
    }

    private static void WriteBlocks(Utf8JsonWriter writer, IReadOnlyList<Block> blocks)
    {
        writer.WriteStartArray("blocks");
        foreach (Block block in blocks)
        {
            writer.WriteStartObject();
            writer.WriteString("role", Labels.Of(block.Role));
            writer.WriteString("heading", block.Heading);
            writer.WriteNumber("level", block.Level);
            WriteStrings(writer, "paragraphs", block.Paragraphs);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteFields(Utf8JsonWriter writer, IReadOnlyList<FieldEvidence> fields)
    {
        writer.WriteStartArray("fields");
        foreach (FieldEvidence field in fields)
        {
            writer.WriteStartObject();
            writer.WriteString("name", field.Name);
            writer.WriteString("value", field.Value);
            writer.WriteString("raw", field.Raw);
            writer.WriteString("from", field.From);
            writer.WriteNumber("confidence", field.Confidence);
            writer.WriteStartArray("rejected");
            foreach (RejectedCandidate rejected in field.Rejected)
            {
                writer.WriteStartObject();
                writer.WriteString("raw", rejected.Raw);
                writer.WriteString("why", rejected.Why);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteRepairs(Utf8JsonWriter writer, IReadOnlyList<Repair> repairs)
    {
        writer.WriteStartArray("repairs");
        foreach (Repair repair in repairs)
        {
            writer.WriteStartObject();
            writer.WriteString("rule", repair.Rule);
            writer.WriteNumber("offset", repair.Offset);
            writer.WriteString("before", repair.Before);
            writer.WriteString("after", repair.After);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteStrings(Utf8JsonWriter writer, string name, IEnumerable<string> values)
    {
        writer.WriteStartArray(name);
        foreach (string value in values)
            writer.WriteStringValue(value);
        writer.WriteEndArray();
    }
}
