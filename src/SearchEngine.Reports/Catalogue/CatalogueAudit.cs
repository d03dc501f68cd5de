using Microsoft.Data.Sqlite;
using SearchEngine.Reports.Model;

namespace SearchEngine.Reports.Catalogue;

/// <summary>Looks a catalogue over without changing it.</summary>
/// <param name="path">The SQLite file.</param>
public sealed class CatalogueAudit(string path)
{
    /// <summary>SQLite's own verdict and broken references; empty when all is well.</summary>
    /// <exception cref="CatalogueException">The file cannot be opened.</exception>
    public IReadOnlyList<string> Problems()
    {
        using SqliteConnection connection = CatalogueDatabase.OpenForReading(path);
        try
        {
            return
            [
                .. connection.Command("PRAGMA integrity_check(10)").Read(row => row.GetString(0)).Where(line => line != "ok"),
                .. connection.Command("PRAGMA foreign_key_check").Read(row => $"{row.GetString(0)} 指向不存在的 {row.GetString(2)}"),
            ];
        }
        catch (SqliteException error)
        {
            return [error.Message];
        }
    }

    /// <summary>Every capture, oldest first.</summary>
    /// <exception cref="CatalogueException">The file cannot be read.</exception>
    public IReadOnlyList<Capture> Captures()
    {
        using SqliteConnection connection = CatalogueDatabase.OpenForReading(path);
        try
        {
            return connection.Command($"SELECT {CatalogueReader.CaptureColumns} FROM captures ORDER BY id").Read(CatalogueReader.ReadCapture);
        }
        catch (SqliteException error)
        {
            throw new CatalogueException($"目录库 {path} 读不完整（{error.Message}）。", error);
        }
    }
}
