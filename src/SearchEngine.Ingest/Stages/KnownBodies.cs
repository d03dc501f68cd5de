using SearchEngine.Archive;
using SearchEngine.Archive.Reading;
using SearchEngine.Archive.Writing;
using SearchEngine.Reports.Catalogue;

namespace SearchEngine.Ingest.Stages;

/// <summary>
/// Finds the record that already holds a response's body. It is read and compared byte for byte before anything refers to
/// it: a revisit to a record that is damaged would lose the page.
/// </summary>
internal sealed class KnownBodies(string folder, CatalogueWriter catalogue)
{
    /// <summary>The capture as it should be written: with its body, or as a revisit.</summary>
    public HttpCapture Shared(HttpCapture capture, string digest) =>
        capture.Body.IsEmpty || capture.Truncated is not null || Holder(capture, digest) is not { } holder
            ? capture
            : capture with { SamePayloadAs = holder };

    private WarcRecord? Holder(HttpCapture capture, string digest)
    {
        if (catalogue.BodyHolder(digest) is not { } held)
            return null;
        try
        {
            WarcRecord record = WarcReader.ReadAt(folder, new RecordLocation(held.WarcFile, held.WarcOffset));
            return record.Type == "response" && record.StatedPayloadDigest is not null
                && record.ReadHttp() is { } http && http.Body.Span.SequenceEqual(capture.Body.Span) ? record : null;
        }
        catch (ArchiveDamagedException)
        {
            return null;
        }
    }
}
