using System.Globalization;
using Microsoft.Data.Sqlite;
using SearchEngine.Reports.Json;
using SearchEngine.Reports.Model;

namespace SearchEngine.Reports.Catalogue;

/// <summary>
/// Writes the catalogue; one process at a time, held by the store's lock. Calls between <see cref="Begin"/> and
/// <see cref="Commit"/> take effect together; outside of them each call is its own transaction.
/// </summary>
public sealed class CatalogueWriter : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly TimeProvider _time;
    private readonly Works _works;
    private SqliteTransaction? _transaction;

    /// <param name="path">The SQLite file; created when missing.</param>
    /// <param name="time">Clock for the times of cleaning.</param>
    /// <exception cref="CatalogueException">The file is damaged or too new.</exception>
    public CatalogueWriter(string path, TimeProvider? time = null)
    {
        _connection = CatalogueDatabase.OpenForWriting(path);
        _time = time ?? TimeProvider.System;
        _works = new Works(_connection);
    }

    /// <summary>Number of this catalogue's making: a rebuild gives it another one, and the index starts afresh.</summary>
    public long Epoch => CatalogueDatabase.Scalar(_connection, "SELECT value FROM state WHERE name = 'epoch'");

    /// <summary>Grows with every change of a page; the index remembers the revision that it has caught up with.</summary>
    public long Revision => CatalogueDatabase.Scalar(_connection, "SELECT value FROM state WHERE name = 'revision'");

    public void Begin() => _transaction = _connection.BeginTransaction();

    public void Commit()
    {
        _transaction?.Commit();
        _transaction?.Dispose();
        _transaction = null;
    }

    /// <summary>Empties the catalogue for a rebuild, inside the caller's transaction.</summary>
    public void Clear()
    {
        _connection.Run("DELETE FROM fields");
        _connection.Run("DELETE FROM parts");
        _connection.Run("DELETE FROM pages");
        _connection.Run("DELETE FROM captures");
        _connection.Run("DELETE FROM texts");
        _connection.Run("UPDATE state SET value = value + 1 WHERE name = 'epoch'");
    }

    /// <summary>Enters a capture; the same archive record twice is one row.</summary>
    /// <param name="capture">The capture.</param>
    /// <param name="fileName">Name of the imported file; null for a response.</param>
    /// <param name="revisit">True when the record points to an earlier one for its body.</param>
    public void AddCapture(Capture capture, string? fileName = null, bool revisit = false) => _connection.Run(
        """
        INSERT INTO captures (url, fetched_at, status, content_type, digest, warc_file, warc_offset, file_name, revisit)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (warc_file, warc_offset) DO NOTHING
        """,
        capture.Url, Time(capture.FetchedAt), capture.Status, capture.ContentType, capture.Digest, capture.WarcFile,
        capture.WarcOffset, fileName, revisit ? 1 : 0);

    /// <summary>The first response held whose record has a body with this digest, or null.</summary>
    public Capture? BodyHolder(string digest) => _connection
        .Command(
            $"SELECT {CatalogueReader.CaptureColumns} FROM captures WHERE digest = $1 AND revisit = 0 AND status > 0 ORDER BY id LIMIT 1",
            digest)
        .Read(CatalogueReader.ReadCapture).SingleOrDefault();

    /// <summary>True when a file with this name and these bytes is already held.</summary>
    public bool HoldsFile(string fileName, string digest) => _connection
        .Command("SELECT 1 FROM captures WHERE digest = $1 AND file_name = $2 LIMIT 1", digest, fileName)
        .Read(_ => true).Count > 0;

    /// <summary>True when this very response is already held.</summary>
    public bool HoldsCapture(string url, DateTimeOffset fetchedAt, string digest) => _connection
        .Command("SELECT 1 FROM captures WHERE url = $1 AND fetched_at = $2 AND digest = $3 LIMIT 1", url, Time(fetchedAt), digest)
        .Read(_ => true).Count > 0;

    /// <summary>Captures that the clean stage has not dealt with, oldest first.</summary>
    public IReadOnlyList<CapturedPage> CapturesToClean(int limit) => _connection
        .Command($"SELECT {CatalogueReader.CaptureColumns}, id, file_name FROM captures WHERE cleaned = 0 ORDER BY id LIMIT $1", limit)
        .Read(ReadCapturedPage);

    public int CountCapturesToClean() => (int)CatalogueDatabase.Scalar(_connection, "SELECT count(*) FROM captures WHERE cleaned = 0");

    /// <summary>The newest capture of this address with status 200, or null.</summary>
    public CapturedPage? LatestCapture(string url) => _connection
        .Command(
            $"SELECT {CatalogueReader.CaptureColumns}, id, file_name FROM captures WHERE url = $1 AND status = 200 ORDER BY id DESC LIMIT 1",
            url)
        .Read(ReadCapturedPage).SingleOrDefault();

    /// <summary>Addresses of the pages whose article goes on at this address.</summary>
    public IReadOnlyList<string> PagesContinuedAt(string url) => _connection
        .Command("SELECT DISTINCT p.url FROM parts JOIN pages p ON p.id = parts.page_id WHERE parts.url = $1 AND p.url IS NOT NULL", url)
        .Read(row => row.GetString(0));

    /// <summary>True when the page goes on with another page's article.</summary>
    public bool IsContinuation(string id) => _connection
        .Command("SELECT 1 FROM pages WHERE id = $1 AND continues IS NOT NULL", id).Read(_ => true).Count > 0;

    public void MarkCleaned(long row) => _connection.Run("UPDATE captures SET cleaned = 1 WHERE id = $1", row);

    /// <summary>Keeps the text that cleaning made of a capture; equal texts are kept once.</summary>
    public void KeepText(long row, string digest, string text)
    {
        _connection.Run("INSERT INTO texts (digest, text) VALUES ($1, $2) ON CONFLICT DO NOTHING", digest, text);
        _connection.Run("UPDATE captures SET text_digest = $2 WHERE id = $1", row, digest);
    }

    /// <summary>Gives a capture the text of an earlier one of the same address and bytes.</summary>
    /// <returns>False when there is none: the capture has to be cleaned to know its text.</returns>
    public bool ShareText(long row)
    {
        _connection.Run(
            """
            UPDATE captures SET text_digest = (
                SELECT other.text_digest FROM captures other
                WHERE other.url = captures.url AND other.digest = captures.digest AND other.text_digest IS NOT NULL LIMIT 1)
            WHERE id = $1
            """, row);
        return _connection.Command("SELECT 1 FROM captures WHERE id = $1 AND text_digest IS NOT NULL", row).Read(_ => true).Count > 0;
    }

    /// <summary>Enters or replaces a cleaned page with its fields and parts, and raises the revision of all it touches.</summary>
    public void Save(CleanedPage page)
    {
        long revision = NextRevision();
        CleanReport report = page.Report;
        string? digest = report.Kind == PageKind.Report ? page.TextDigest : null;
        (ulong fingerprint, int length) = digest is null ? default : TextFingerprint.Of(report.Text);
        _connection.Run(
            """
            INSERT INTO pages (id, url, file_name, capture_id, kind, title, place, region, year, published, issuer, topics,
                               document, text_digest, continues, first_capture, revision, cleaned_at, work, fingerprint,
                               body_length)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14,
                    (SELECT page_id FROM parts WHERE parts.url = $2 AND parts.page_id <> $1 LIMIT 1), $4, $15, $16, $1, $17,
                    $18)
            ON CONFLICT (id) DO UPDATE SET
                url = excluded.url, file_name = excluded.file_name, capture_id = excluded.capture_id, kind = excluded.kind,
                title = excluded.title, place = excluded.place, region = excluded.region, year = excluded.year,
                published = excluded.published, issuer = excluded.issuer, topics = excluded.topics,
                document = excluded.document, text_digest = excluded.text_digest, continues = excluded.continues,
                revision = excluded.revision, cleaned_at = excluded.cleaned_at, fingerprint = excluded.fingerprint,
                body_length = excluded.body_length
            """,
            page.Id, page.Url, page.FileName, page.Source.Row, Labels.Of(report.Kind), report.Title,
            report.Region?.Code ?? report.Region?.InternalCode,
            report.Region is { } region ? string.Join('/', region.Path) : null, report.Year,
            report.Published?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), report.Issuer,
            string.Join(' ', page.Topics), ReportJson.Write(report),
            digest, revision, Time(_time.GetUtcNow()), digest is null ? null : unchecked((long)fingerprint), length);
        SaveFields(page.Id, report.Fields);
        IReadOnlyList<string> parts = SaveParts(page, revision);
        foreach (string id in parts.Append(page.Id))
            _works.Regroup(id, revision);
    }

    /// <summary>
    /// What changed after <paramref name="revision"/>, oldest first. A page that is no report, goes on with another page's
    /// article, or is a copy of the page that speaks for its work has left the index.
    /// </summary>
    public IEnumerable<IndexChange> ChangesSince(long revision)
    {
        List<(string Id, bool Indexed, long Revision)> changed = _connection.Command(
            """
            SELECT id, kind = 'report' AND continues IS NULL AND work = id, revision
            FROM pages WHERE revision > $1 ORDER BY revision, id
            """, revision).Read(row => (row.GetString(0), row.GetBoolean(1), row.GetInt64(2)));
        foreach ((string id, bool indexed, long at) in changed)
            yield return new IndexChange(id, indexed ? CatalogueReader.Find(_connection, id) : null, at);
    }

    public int CountChangesSince(long revision) => _connection
        .Command("SELECT count(*) FROM pages WHERE revision > $1", revision).Read(row => row.GetInt32(0)).Single();

    public void Dispose()
    {
        _transaction?.Dispose();
        _connection.Dispose();
    }

    private static CapturedPage ReadCapturedPage(SqliteDataReader row) =>
        new(row.GetInt64(7), CatalogueReader.ReadCapture(row), row.Text(8));

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);

    private long NextRevision()
    {
        _connection.Run("UPDATE state SET value = value + 1 WHERE name = 'revision'");
        return Revision;
    }

    private void SaveFields(string id, IReadOnlyList<FieldEvidence> fields)
    {
        _connection.Run("DELETE FROM fields WHERE page_id = $1", id);
        foreach (FieldEvidence field in fields)
        {
            int ordinal = 0;
            _connection.Run(
                """
                INSERT INTO fields (page_id, name, ordinal, value, raw, source, confidence) VALUES ($1, $2, $3, $4, $5, $6, $7)
                ON CONFLICT DO NOTHING
                """, id, field.Name, ordinal, field.Value, field.Raw, field.From, field.Confidence);
            foreach (RejectedCandidate candidate in field.Rejected)
            {
                _connection.Run(
                    "INSERT INTO fields (page_id, name, ordinal, raw, rejected) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING",
                    id, field.Name, ++ordinal, candidate.Raw, candidate.Why);
            }
        }
    }

    // Ids of the pages that went on with this article before, or do now: both sorts join or leave a work.
    private List<string> SaveParts(CleanedPage page, long revision)
    {
        List<string> before = ContinuationsOf(page.Id);
        _connection.Run("UPDATE pages SET continues = NULL, revision = $2 WHERE continues = $1", page.Id, revision);
        _connection.Run("DELETE FROM parts WHERE page_id = $1", page.Id);
        IReadOnlyList<string> next = page.Report.NextPages;
        for (int i = 0; i < next.Count; i++)
        {
            _connection.Run("INSERT INTO parts (page_id, ordinal, url) VALUES ($1, $2, $3)", page.Id, i, next[i]);
            _connection.Run("UPDATE pages SET continues = $1, revision = $3 WHERE url = $2 AND id <> $1", page.Id, next[i], revision);
        }

        return [.. before.Union(ContinuationsOf(page.Id), StringComparer.Ordinal)];
    }

    private List<string> ContinuationsOf(string id) =>
        _connection.Command("SELECT id FROM pages WHERE continues = $1", id).Read(row => row.GetString(0));
}
