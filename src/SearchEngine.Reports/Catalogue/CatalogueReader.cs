using System.Globalization;
using Microsoft.Data.Sqlite;
using SearchEngine.Reports.Json;
using SearchEngine.Reports.Model;
using SearchEngine.Reports.Versions;

namespace SearchEngine.Reports.Catalogue;

/// <summary>
/// Reads the catalogue. Every call opens its own read-only connection, so that readers neither block the writer nor
/// outlive a catalogue that was replaced.
/// </summary>
/// <param name="path">The SQLite file.</param>
public sealed class CatalogueReader(string path) : IReportReader
{
    // A page asked for every day of half a year; older versions are in the archive.
    private const int MaxVersions = 200;

    internal const string CaptureColumns =
        "url, fetched_at, status, content_type, digest, warc_file, warc_offset";

    /// <inheritdoc/>
    public StoredReport? Find(string id)
    {
        using SqliteConnection connection = CatalogueDatabase.OpenForReading(path);
        return Find(connection, id);
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> FindByPlaceAndYear(string code, int year)
    {
        using SqliteConnection connection = CatalogueDatabase.OpenForReading(path);
        return connection.Command(
            "SELECT id FROM pages WHERE place = $1 AND year = $2 AND kind = 'report' AND continues IS NULL AND work = id ORDER BY id",
            code, year).Read(row => row.GetString(0));
    }

    /// <inheritdoc/>
    public IReadOnlyList<(int Year, string Id)> YearsOf(string code)
    {
        using SqliteConnection connection = CatalogueDatabase.OpenForReading(path);
        return connection.Command(
            """
            SELECT year, id FROM pages
            WHERE place = $1 AND year IS NOT NULL AND kind = 'report' AND continues IS NULL AND work = id
            ORDER BY year, id
            """, code).Read(row => (row.GetInt32(0), row.GetString(1)));
    }

    /// <inheritdoc/>
    public Holdings Holdings()
    {
        using SqliteConnection connection = CatalogueDatabase.OpenForReading(path);
        var kinds = connection.Command("SELECT kind, count(*) FROM pages WHERE continues IS NULL GROUP BY kind")
            .Read(row => (Kind: Labels.KindOf(row.GetString(0)), Count: row.GetInt32(1)))
            .Where(row => row.Kind is not null).ToDictionary(row => row.Kind!.Value, row => row.Count);
        var years = connection.Command(
            """
            SELECT min(year), max(year), count(DISTINCT region), max(cleaned_at), count(DISTINCT work)
            FROM pages WHERE kind = 'report' AND continues IS NULL
            """).Read(row => (
                First: row.IsDBNull(0) ? (int?)null : row.GetInt32(0),
                Last: row.IsDBNull(1) ? (int?)null : row.GetInt32(1),
                Regions: row.GetInt32(2),
                Latest: row.Text(3),
                Works: row.GetInt32(4))).Single();
        int captures = (int)CatalogueDatabase.Scalar(connection, "SELECT count(*) FROM captures");
        return new Holdings(
            years.Works, years.Regions, years.First, years.Last, years.Latest is null ? null : Time(years.Latest), captures, kinds);
    }

    /// <inheritdoc/>
    public PageHistory? History(string id)
    {
        using SqliteConnection connection = CatalogueDatabase.OpenForReading(path);
        if (connection.Command("SELECT 1 FROM pages WHERE id = $1", id).Read(_ => true).Count == 0)
            return null;
        return new PageHistory(connection.Command(
            """
            SELECT url, fetched_at, status, content_type, captures.digest, warc_file, warc_offset, texts.text
            FROM captures LEFT JOIN texts ON texts.digest = captures.text_digest
            WHERE captures.id = (SELECT capture_id FROM pages WHERE id = $1)
               OR (file_name IS NULL AND url = (SELECT url FROM pages WHERE id = $1))
            ORDER BY captures.id DESC LIMIT $2
            """, id, MaxVersions).Read(row => new PageVersion(ReadCapture(row), row.Text(7))).AsEnumerable().Reverse().ToList());
    }

    internal static StoredReport? Find(SqliteConnection connection, string id) =>
        connection.Command("SELECT url, file_name, topics, document, work FROM pages WHERE id = $1", id)
            .Read(row => new StoredReport(
                id,
                row.Text(0),
                row.Text(1),
                ReportJson.Read(row.GetString(3)),
                row.GetString(2).Split(' ', StringSplitOptions.RemoveEmptyEntries),
                CapturesOf(connection, row.GetString(4))))
            .SingleOrDefault();

    internal static DateTimeOffset Time(string text) =>
        DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);

    internal static Capture ReadCapture(SqliteDataReader row) => new(
        row.GetString(0), Time(row.GetString(1)), row.GetInt32(2), row.Text(3), row.GetString(4), row.GetString(5), row.GetInt64(6));

    // Every copy's captures: what is one work is held as often as it was fetched anywhere.
    private static List<Capture> CapturesOf(SqliteConnection connection, string work) =>
        connection.Command(
            $"""
            SELECT {CaptureColumns} FROM captures
            WHERE id IN (SELECT capture_id FROM pages WHERE work = $1)
               OR (status = 200 AND url IN (SELECT url FROM pages WHERE work = $1))
            ORDER BY id
            """, work).Read(ReadCapture);
}
