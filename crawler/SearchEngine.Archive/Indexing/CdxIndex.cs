using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using SearchEngine.Archive.Reading;

namespace SearchEngine.Archive.Indexing;

/// <summary>
/// Makes the CDXJ index of archive files: a line for every capture that can be replayed (responses, imported files, and
/// revisits that point to a body), sorted by address and time.
/// </summary>
public static class CdxIndex
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Default,
    };

    /// <summary>Writes the index of an archive folder's finished files as text.</summary>
    /// <returns>Number of lines.</returns>
    public static int Write(string folder, TextWriter target)
    {
        List<CdxEntry> entries = [.. ArchiveFiles.Finished(folder).SelectMany(file => Of(file.FullName))];
        entries.Sort();
        foreach (CdxEntry entry in entries)
        {
            target.Write(entry.Line);
        }

        return entries.Count;
    }

    /// <summary>The entries of one file in the order of its records; damaged places have none.</summary>
    internal static IEnumerable<CdxEntry> Of(string path)
    {
        WarcRecord? held = null;
        foreach (WarcRecord record in new WarcReader(path).ReadAll().Select(entry => entry.Record).OfType<WarcRecord>())
        {
            // A record's length is known only where the next one begins.
            if (held is not null && Entry(held, record.Location.Offset) is { } entry)
            {
                yield return entry;
            }

            held = record;
        }

        if (held is not null && Entry(held, new FileInfo(path).Length) is { } last)
        {
            yield return last;
        }
    }

    private static CdxEntry? Entry(WarcRecord record, long end)
    {
        if (record is not { TargetUri: { } url, Date: { } date }
            || !(record.Type is "response" or "resource" || record.IsSamePayload))
        {
            return null;
        }

        HttpMessage? http = record.ReadHttp();
        Fields fields = new(
            url,
            record.IsSamePayload ? "warc/revisit" : MediaType(http is null ? record.ContentType : http.Header("Content-Type")),
            http?.Status.ToString(CultureInfo.InvariantCulture),
            record.StatedPayloadDigest,
            (end - record.Location.Offset).ToString(CultureInfo.InvariantCulture),
            record.Location.Offset.ToString(CultureInfo.InvariantCulture),
            record.Location.File);
        return new CdxEntry(
            SurtKey.Of(url),
            date.UtcDateTime.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture),
            JsonSerializer.Serialize(fields, Options));
    }

    private static string? MediaType(string? contentType) => contentType?.Split(';')[0].Trim().ToLowerInvariant();

    private sealed record Fields(
        string Url, string? Mime, string? Status, string? Digest, string Length, string Offset, string Filename);
}
