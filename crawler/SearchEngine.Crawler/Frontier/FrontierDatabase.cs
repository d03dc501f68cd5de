using System.Globalization;
using Microsoft.Data.Sqlite;

namespace SearchEngine.Crawler.Frontier;

/// <summary>
/// The frontier's one connection and the lock that keeps a second crawl out. Commits are durable when they return (WAL
/// with full synchronisation): at a crawl's pace that costs nothing.
/// </summary>
internal sealed class FrontierDatabase : IDisposable
{
    private readonly FileStream _lock;
    private readonly SqliteConnection _connection;

    /// <exception cref="CrawlLockedException">Another crawl holds the file.</exception>
    public FrontierDatabase(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        try
        {
            _lock = new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e)
        {
            throw new CrawlLockedException(path, e);
        }

        try
        {
            // Without pooling the file is free as soon as this object is disposed.
            _connection = new SqliteConnection(new SqliteConnectionStringBuilder
            {
                DataSource = path,
                Pooling = false,
                ForeignKeys = true,
            }.ToString());
            _connection.Open();
            FrontierSchema.Execute(_connection, "PRAGMA journal_mode = WAL");
            FrontierSchema.Execute(_connection, "PRAGMA synchronous = FULL");
            FrontierSchema.Execute(_connection, "PRAGMA trusted_schema = OFF");
            FrontierSchema.Migrate(_connection);
        }
        catch
        {
            _connection?.Dispose();
            _lock.Dispose();
            throw;
        }
    }

    public Lock Gate { get; } = new();

    public SqliteTransaction Begin() => _connection.BeginTransaction();

    public int Execute(string sql, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        using SqliteCommand command = Command(sql, values);
        return command.ExecuteNonQuery();
    }

    public long? Number(string sql, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        using SqliteCommand command = Command(sql, values);
        return command.ExecuteScalar() is { } value and not DBNull
            ? Convert.ToInt64(value, CultureInfo.InvariantCulture)
            : null;
    }

    public List<T> Rows<T>(
        string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        using SqliteCommand command = Command(sql, values);
        using SqliteDataReader reader = command.ExecuteReader();
        List<T> rows = [];
        while (reader.Read())
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    public void Dispose()
    {
        _connection.Dispose();
        _lock.Dispose();
    }

    private SqliteCommand Command(string sql, ReadOnlySpan<(string Name, object? Value)> values)
    {
        SqliteCommand command = _connection.CreateCommand();
        command.CommandText = sql;
        foreach ((string name, object? value) in values)
        {
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        }

        return command;
    }
}
