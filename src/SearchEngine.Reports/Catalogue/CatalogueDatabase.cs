using System.Globalization;
using System.Reflection;
using Microsoft.Data.Sqlite;

namespace SearchEngine.Reports.Catalogue;

/// <summary>
/// Opens the catalogue's SQLite file: WAL with synchronous FULL for the one writer, read-only for everyone else.
/// Migrations are the numbered SQL files beside this class; <c>PRAGMA user_version</c> says which have run.
/// </summary>
public static class CatalogueDatabase
{
    private const string ResourcePrefix = "SearchEngine.Reports.Catalogue.Migrations.";

    /// <summary>Opens for writing, creates the file when it is missing, and runs the migrations it lacks.</summary>
    /// <exception cref="CatalogueException">The file is damaged, or written by a newer version.</exception>
    public static SqliteConnection OpenForWriting(string path) => Open(path, SqliteOpenMode.ReadWriteCreate, connection =>
    {
        Execute(connection, "PRAGMA journal_mode = WAL");
        Execute(connection, "PRAGMA synchronous = FULL");
        Migrate(connection, path);
    });

    /// <summary>Opens for reading only; the connection refuses every write.</summary>
    /// <exception cref="CatalogueException">The file is missing or damaged.</exception>
    public static SqliteConnection OpenForReading(string path) => Open(path, SqliteOpenMode.ReadOnly, connection =>
    {
        Execute(connection, "PRAGMA query_only = ON");
        // Opening reads nothing; this reads the file's head, so that what is no database is told here and not by every query.
        Scalar(connection, "PRAGMA schema_version");
    });

    private static SqliteConnection Open(string path, SqliteOpenMode mode, Action<SqliteConnection> prepare)
    {
        var text = new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false, DefaultTimeout = 30 };
        var connection = new SqliteConnection(text.ToString());
        try
        {
            connection.Open();
            Execute(connection, "PRAGMA foreign_keys = ON");
            Execute(connection, "PRAGMA trusted_schema = OFF");
            prepare(connection);
            return connection;
        }
        catch (SqliteException error)
        {
            connection.Dispose();
            throw new CatalogueException(
                $"目录库 {path} 打不开（{error.Message}）。可用 searchengine index --rebuild 由归档重建。", error);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static void Migrate(SqliteConnection connection, string path)
    {
        long version = Scalar(connection, "PRAGMA user_version");
        string[] scripts = [.. Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Where(name => name.StartsWith(ResourcePrefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
        if (version > scripts.Length)
            throw new CatalogueException($"目录库 {path} 由更新的版本写成（格式 {version}），请用新版本打开。");
        for (; version < scripts.Length; version++)
        {
            using SqliteTransaction transaction = connection.BeginTransaction();
            using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(scripts[version])!;
            using var reader = new StreamReader(stream);
            Execute(connection, reader.ReadToEnd());
            Execute(connection, string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {version + 1}"));
            transaction.Commit();
        }
    }

    internal static void Execute(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    internal static long Scalar(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar() is long value ? value : 0;
    }
}
