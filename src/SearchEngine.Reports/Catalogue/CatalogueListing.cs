using Microsoft.Data.Sqlite;
using SearchEngine.Reports.Model;

namespace SearchEngine.Reports.Catalogue;

/// <summary>Lists all that is held, for inventories and packages.</summary>
/// <param name="path">The SQLite file.</param>
public sealed class CatalogueListing(string path)
{
    /// <summary>Every capture, oldest first, one row in memory at a time.</summary>
    /// <exception cref="CatalogueException">The file cannot be opened.</exception>
    public IEnumerable<HeldCapture> Captures()
    {
        using SqliteConnection connection = CatalogueDatabase.OpenForReading(path);
        using SqliteCommand command = connection.Command(
            """
            SELECT c.url, c.fetched_at, c.status, c.content_type, c.digest, c.warc_file, c.warc_offset, c.file_name,
                   p.id, p.kind, p.title, p.region, p.year
            FROM captures c LEFT JOIN pages p ON p.id = coalesce(
                (SELECT id FROM pages WHERE c.file_name IS NULL AND url = c.url LIMIT 1),
                (SELECT id FROM pages WHERE capture_id = c.id LIMIT 1))
            ORDER BY c.id
            """);
        using SqliteDataReader row = command.ExecuteReader();
        while (row.Read())
        {
            yield return new HeldCapture(
                CatalogueReader.ReadCapture(row),
                row.Text(7),
                row.Text(8),
                row.Text(9) is { } kind ? Labels.KindOf(kind) : null,
                row.Text(10),
                row.Text(11),
                row.IsDBNull(12) ? null : row.GetInt32(12));
        }
    }

    /// <summary>Reports by their ids, in that order, over one connection; an id that is not held is passed over.</summary>
    /// <exception cref="CatalogueException">The file cannot be opened.</exception>
    public IEnumerable<StoredReport> Reports(IEnumerable<string> ids)
    {
        using SqliteConnection connection = CatalogueDatabase.OpenForReading(path);
        foreach (string id in ids)
        {
            if (CatalogueReader.Find(connection, id) is { } report)
                yield return report;
        }
    }
}
